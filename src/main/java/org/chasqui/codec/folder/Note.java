package org.chasqui.codec.folder;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.Message;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/**
 * What a template says of one message by {@code xsl:message}: an element {@code loss} or {@code
 * error} with {@code code}, {@code at} (number of the message and JSON pointer: {@code "0
 * /sender/name"}), {@code found} and {@code expected}.
 *
 * @param message number of the message in the document, counted from 0
 */
record Note(int message, Problem problem) {
  private static final Set<String> NAMES = Set.of("loss", "error");

  /** Adds what the message holds; other texts are for who writes the style sheet. */
  static void add(Message said, List<Note> notes) {
    var content = said.getContent();
    for (var child : content.children()) {
      if (child.getNodeKind() == XdmNodeKind.ELEMENT
          && NAMES.contains(child.getNodeName().getLocalName())) {
        notes.add(of(child));
      }
    }
    if (content.getNodeKind() == XdmNodeKind.ELEMENT
        && NAMES.contains(content.getNodeName().getLocalName())) {
      notes.add(of(content));
    }
  }

  private static Note of(XdmNode element) {
    boolean error = element.getNodeName().getLocalName().equals("error");
    var at = attribute(element, "at");
    var place = at == null ? "0 " : at;
    int blank = place.indexOf(' ');
    var number = blank < 0 ? "0" : place.substring(0, blank);
    var pointer = blank < 0 ? place : place.substring(blank + 1);
    var code = code(attribute(element, "code"), error);
    var severity = error ? Severity.ERROR : lossSeverity(code);
    return new Note(
        number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0,
        new Problem(
            code,
            severity,
            new Location.AtPointer(pointer),
            attribute(element, "found"),
            attribute(element, "expected")));
  }

  private static Severity lossSeverity(ProblemCode code) {
    return code.severity() == Severity.ERROR ? Severity.WARNING : code.severity();
  }

  private static ProblemCode code(String code, boolean error) {
    if (code != null) {
      for (var known : ProblemCode.values()) {
        if (known.code().equals(code.toUpperCase(Locale.ROOT))) {
          return known;
        }
      }
    }
    return error ? ProblemCode.TARGET_NEEDS : ProblemCode.NO_TARGET;
  }

  private static String attribute(XdmNode element, String name) {
    var value = element.getAttributeValue(new QName(name));
    return value == null || value.isEmpty() ? null : value;
  }

  static XdmNode firstElement(XdmNode document) {
    for (var iterator = document.axisIterator(Axis.CHILD); iterator.hasNext(); ) {
      var child = iterator.next();
      if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
        return child;
      }
    }
    return document;
  }
}
