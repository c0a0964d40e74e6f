package org.chasqui.profile;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What stands in the body of a SOAP envelope, with places in braces: {@code {document}} for the
 * national document as an element, {@code {text}} for it as text, {@code {base64}} for it in
 * Base64; any other name for a value of that name.
 *
 * @param text the XML, one element unless it is {@code {document}} alone
 * @param place {@code document}, {@code text}, {@code base64}; empty when no document stands in it
 * @param path local names of the elements that lead to the document, the outermost first
 */
public record BodyTemplate(String text, String place, List<String> path) {
  /** The document alone. */
  public static final BodyTemplate PLAIN = new BodyTemplate("{document}", "document", List.of());

  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9]+)}");
  private static final Set<String> DOCUMENTS = Set.of("document", "text", "base64");
  private static final String MARK = "\uE000";

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException when it is not well-formed or has more than one document
   */
  public static BodyTemplate of(String text) {
    if (text.strip().equals(PLAIN.text())) {
      return PLAIN;
    }
    var places = PLACE.matcher(text).results().map(found -> found.group(1)).toList();
    var documents = places.stream().filter(DOCUMENTS::contains).toList();
    if (documents.size() > 1) {
      throw new IllegalArgumentException("more than one document");
    }
    var place = documents.isEmpty() ? "" : documents.getFirst();
    return new BodyTemplate(text, place, path(text.replace("{" + place + "}", MARK)));
  }

  /** The same, which must hold the document. */
  public static BodyTemplate ofDocument(String text) {
    var template = of(text);
    if (template.place().isEmpty()) {
      throw new IllegalArgumentException("no document");
    }
    return template;
  }

  /** The names of its places. */
  public Set<String> places() {
    return PLACE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  /**
   * The body with its places filled.
   *
   * @param values by name, as they are to stand in the XML: escaped where they are texts
   * @throws IllegalArgumentException when a place has no value
   */
  public String fill(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              var value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalArgumentException("no value for {" + place.group(1) + "}");
              }
              return Matcher.quoteReplacement(value);
            });
  }

  private static List<String> path(String marked) {
    var found = new Path();
    try {
      var factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(new InputSource(new StringReader(marked)), found);
    } catch (SAXException malformed) {
      throw new IllegalArgumentException("not well-formed", malformed);
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's parser reads a text", e);
    }
    return found.toMark;
  }

  /** Keeps where the mark stands. */
  private static final class Path extends DefaultHandler {
    private final Deque<String> open = new ArrayDeque<>();
    private List<String> toMark = List.of();

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      open.addLast(local);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      open.removeLast();
    }

    @Override
    public void characters(char[] text, int start, int length) {
      if (new String(text, start, length).contains(MARK)) {
        toMark = List.copyOf(open);
      }
    }
  }
}
