package org.chasqui.codec.asycuda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A document whose elements all stand every time, most of them empty: a file beside this class with
 * places to fill. {@code {?name}} is a code or text, {@code <null/>} when there is none; {@code
 * {#name}} a number, empty when there is none; {@code {*name}} elements that are written already.
 * Thread-safe.
 */
final class XmlTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{([?#*])([A-Za-z0-9]+)}");
  private static final byte[] NULL = ascii("<null/>");
  private static final byte[] AMPERSAND = ascii("&amp;");
  private static final byte[] LESS = ascii("&lt;");
  private static final byte[] GREATER = ascii("&gt;");
  private static final byte[] RETURN = ascii("&#13;");

  private final List<Part> parts;
  private final Map<String, Integer> places;

  /** Bytes as they stand, and the place after them; the last part has none. */
  private record Part(byte[] text, char kind, int place) {}

  private XmlTemplate(List<Part> parts, Map<String, Integer> places) {
    this.parts = parts;
    this.places = places;
  }

  /** Reads a template; line breaks and indentation between elements are not kept. */
  static XmlTemplate of(String file) {
    try (var in = XmlTemplate.class.getResourceAsStream(file)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return parse(text.replaceAll(">\\s*\n\\s*", ">").replaceAll("\\s*\n\\s*\\{", "{"));
    } catch (IOException e) {
      throw new UncheckedIOException("the template is part of the program: " + file, e);
    }
  }

  private static XmlTemplate parse(String text) {
    var parts = new ArrayList<Part>();
    var places = new HashMap<String, Integer>();
    var place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      int number = places.computeIfAbsent(place.group(2), any -> places.size());
      parts.add(new Part(ascii(text.substring(from, place.start())), kind(place.group(1)), number));
      from = place.end();
    }
    parts.add(new Part(ascii(text.substring(from)), ' ', -1));
    return new XmlTemplate(List.copyOf(parts), Map.copyOf(places));
  }

  private static char kind(String text) {
    return text.charAt(0);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Values for one writing. */
  Filling filling() {
    return new Filling();
  }

  /** The values of one writing; a place that the template lacks takes none. */
  final class Filling {
    private final Object[] values = new Object[places.size()];

    Filling put(String name, Object value) {
      var place = places.get(name);
      if (place != null) {
        values[place] = value;
      }
      return this;
    }

    void write(ByteArrayOutputStream out) {
      for (var part : parts) {
        out.write(part.text(), 0, part.text().length);
        if (part.place() >= 0) {
          value(out, part.kind(), values[part.place()]);
        }
      }
    }
  }

  private static void value(ByteArrayOutputStream out, char kind, Object value) {
    if (value instanceof byte[] written) {
      out.writeBytes(written);
    } else if (value == null || value.toString().isEmpty()) {
      if (kind == '?') {
        out.writeBytes(NULL);
      }
    } else {
      escaped(out, value.toString());
    }
  }

  private static byte[] reference(byte octet) {
    return switch (octet) {
      case '&' -> AMPERSAND;
      case '<' -> LESS;
      case '>' -> GREATER;
      case '\r' -> RETURN;
      default -> null;
    };
  }

  /** Texts hold no characters that XML cannot: they were cleaned before. */
  private static void escaped(ByteArrayOutputStream out, String text) {
    var octets = text.getBytes(StandardCharsets.UTF_8);
    int from = 0;
    for (int at = 0; at < octets.length; at++) {
      var reference = reference(octets[at]);
      if (reference != null) {
        out.write(octets, from, at - from);
        out.writeBytes(reference);
        from = at + 1;
      }
    }
    out.write(octets, from, octets.length - from);
  }
}
