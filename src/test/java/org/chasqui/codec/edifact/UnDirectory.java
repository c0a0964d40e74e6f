package org.chasqui.codec.edifact;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.SharedFolder;

/**
 * A directory of UN/EDIFACT as the UN publishes it, read from the shared folder: segments and
 * segment tables. As a schema of StAEDI it is a second opinion on what is written and read.
 */
public final class UnDirectory {
  private static final String FOLDER = "standards/unedifact/";
  private static final Pattern HEAD =
      Pattern.compile("^[ *+|#X]*([A-Z]{3}) +[A-Z][A-Z0-9 ./,&()-]*$");
  private static final Pattern ELEMENT =
      Pattern.compile(
          "^\\d{3}[ *+|#X]+([C\\d]\\d{3}) +.*? +([MC])(?: +(\\d+))?(?: +([an]+[.\\d]+))? *$");
  private static final Pattern COMPONENT =
      Pattern.compile("^[ *+|#X]{3,}(\\d{4}) +.*? +([MC]) +(?:\\d+ +)?([an]+[.\\d]+) *$");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\d{4}[ *+|#X]+(─+ Segment group|[A-Z]{3}) ?.*? ([MC]) +(\\d+)([─┐┘┴│ ]*)$");

  private final String release;
  private final Map<String, List<Element>> segments;

  /** A component; of a simple element the element itself. */
  public record Component(String id, boolean mandatory, String format) {}

  /** An element, and how often it may stand. */
  public record Element(
      String id, boolean mandatory, int times, boolean composite, List<Component> components) {}

  private UnDirectory(String release, Map<String, List<Element>> segments) {
    this.release = release;
    this.segments = segments;
  }

  /** The directory of a release, for example {@code D96B}; skips the test without it. */
  public static UnDirectory of(String release) throws IOException {
    var file = SharedFolder.path(FOLDER + "segments." + release + ".txt");
    var segments = new LinkedHashMap<String, List<Element>>();
    List<Element> open = new ArrayList<>();
    boolean atHead = true;
    for (var line : joined(Files.readAllLines(file))) {
      var head = HEAD.matcher(line);
      var element = ELEMENT.matcher(line);
      var component = COMPONENT.matcher(line);
      if (line.startsWith("-----")) {
        atHead = true;
      } else if (atHead && head.matches()) {
        open = new ArrayList<>();
        segments.put(head.group(1), open);
        atHead = false;
      } else if (element.matches()) {
        boolean mandatory = element.group(2).equals("M");
        var components = new ArrayList<Component>();
        if (element.group(4) != null) {
          components.add(new Component(element.group(1), true, element.group(4)));
        }
        int times = element.group(3) == null ? 1 : Integer.parseInt(element.group(3));
        boolean composite = element.group(4) == null;
        open.add(new Element(element.group(1), mandatory, times, composite, components));
      } else if (component.matches() && !open.isEmpty()) {
        open.getLast()
            .components()
            .add(
                new Component(
                    component.group(1), component.group(2).equals("M"), component.group(3)));
      }
    }
    return new UnDirectory(release, segments);
  }

  /** A long name goes on in the next line, with the format behind it. */
  private static List<String> joined(List<String> lines) {
    var joined = new ArrayList<String>();
    for (var line : lines) {
      var last = joined.isEmpty() ? "" : joined.getLast();
      boolean open = last.matches("^[ *+|#X]{3,}\\d{4} .*[^.\\d ]$");
      if (open && line.matches("^ {8,}.*[an]+[.\\d]+ *$")) {
        joined.set(joined.size() - 1, last + " " + line.strip());
      } else {
        joined.add(line);
      }
    }
    return joined;
  }

  /** Its segments by their tags. */
  public Map<String, List<Element>> segments() {
    return segments;
  }

  /** Reads a document by the segment table of a message; every fault that StAEDI finds. */
  public List<String> faults(String message, byte[] document) throws IOException {
    var faults = new ArrayList<String>();
    var factory = EDIInputFactory.newFactory();
    // StAEDI reads UTF-8
    var text = new String(document, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
    try (var reader = factory.createEDIStreamReader(new ByteArrayInputStream(text))) {
      while (reader.hasNext()) {
        event(reader, message, faults);
      }
    } catch (EDIStreamException | EDISchemaException stopped) {
      faults.add(stopped.getMessage());
    }
    return faults;
  }

  private void event(EDIStreamReader reader, String message, List<String> faults)
      throws EDIStreamException, EDISchemaException, IOException {
    switch (reader.next()) {
      case START_TRANSACTION -> reader.setTransactionSchema(schema(message));
      case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> {
        // the date of UNB has 8 digits in syntax 4 alone; some partners want them before
        if (!String.valueOf(reader.getLocation()).startsWith("in segment UNB")) {
          faults.add(
              reader.getErrorType() + " " + reader.getReferenceCode() + " " + reader.getLocation());
        }
      }
      default -> {}
    }
  }

  private Schema schema(String message) throws IOException, EDISchemaException {
    var xml = xml(message).getBytes(StandardCharsets.UTF_8);
    return SchemaFactory.newFactory().createSchema(new ByteArrayInputStream(xml));
  }

  private final Map<String, String> schemas = new LinkedHashMap<>();

  private String xml(String message) throws IOException {
    var known = schemas.get(message);
    if (known == null) {
      known = new SchemaText(message).text();
      schemas.put(message, known);
    }
    return known;
  }

  /** The segment table of a message as a schema of StAEDI. */
  private final class SchemaText {
    private final StringBuilder xml = new StringBuilder();
    private final Set<String> used = new LinkedHashSet<>();
    private final Map<String, String> elements = new LinkedHashMap<>();
    private final StringBuilder composites = new StringBuilder();
    private int number;

    SchemaText(String message) throws IOException {
      xml.append("<schema xmlns=\"http://xlate.io/EDISchema/v4\"><transaction><sequence>");
      var table = SharedFolder.path(FOLDER + message + "." + release + ".segtable.txt");
      for (var line : Files.readAllLines(table)) {
        var row = ROW.matcher(line);
        if (row.matches() && !row.group(1).matches("UNH|UNT")) {
          row(row.group(1), row.group(2).equals("M") ? 1 : 0, row.group(3), row.group(4));
        }
      }
      xml.append("</sequence></transaction>");
      var types = new StringBuilder();
      used.forEach(tag -> segment(types, tag));
      elements.values().forEach(xml::append);
      xml.append(composites).append(types).append("</schema>");
    }

    String text() {
      return xml.toString();
    }

    private void row(String what, int least, String most, String tail) {
      if (what.startsWith("─")) {
        number++;
        xml.append(
            "<loop code=\"SG%d\" minOccurs=\"%d\" maxOccurs=\"%s\"><sequence>"
                .formatted(number, least, most));
        return;
      }
      used.add(what);
      xml.append(
          "<segment type=\"%s\" minOccurs=\"%d\" maxOccurs=\"%s\"/>".formatted(what, least, most));
      tail.chars().filter(c -> c == '┘' || c == '┴').forEach(c -> xml.append("</sequence></loop>"));
    }

    private void segment(StringBuilder types, String tag) {
      types.append("<segmentType name=\"%s\"><sequence>".formatted(tag));
      int place = 0;
      if (!segments.containsKey(tag)) {
        // not in the extract of the directory: anything may stand in it
        elements.put("EANY", "<elementType name=\"EANY\" base=\"string\" maxLength=\"512\"/>");
        types.append("<element type=\"EANY\"/>".repeat(9)).append("</sequence></segmentType>");
        return;
      }
      for (var element : segments.get(tag)) {
        place++;
        int least = element.mandatory() ? 1 : 0;
        if (element.composite()) {
          var name = "C" + tag + place;
          composite(name, element);
          types.append("<composite type=\"%s\" minOccurs=\"%d\"/>".formatted(name, least));
        } else {
          types.append(reference(element.components().getFirst(), least));
        }
      }
      types.append("</sequence></segmentType>");
    }

    private void composite(String name, Element element) {
      composites.append("<compositeType name=\"%s\"><sequence>".formatted(name));
      for (var component : element.components()) {
        composites.append(reference(component, component.mandatory() ? 1 : 0));
      }
      composites.append("</sequence></compositeType>");
    }

    private String reference(Component component, int least) {
      var length = component.format().replaceAll("\\D", "");
      boolean numeric = component.format().matches("n[.\\d]+");
      var name = "E" + component.id() + (numeric ? "N" : "S") + length;
      elements.put(
          name,
          "<elementType name=\"%s\" base=\"%s\" maxLength=\"%s\"/>"
              .formatted(name, numeric ? "decimal" : "string", length));
      return "<element type=\"%s\" minOccurs=\"%d\"/>".formatted(name, least);
    }
  }
}
