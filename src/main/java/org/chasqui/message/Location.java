package org.chasqui.message;

/** Where in a document a problem is. {@link #text()} is the form shown to people. */
public sealed interface Location {

  /** Short readable form, stable enough to assert on. */
  String text();

  /** The document as a whole. */
  record Whole() implements Location {
    @Override
    public String text() {
      return "-";
    }
  }

  /** A byte of a document that could not be read further, counted from 0. */
  record AtByte(long offset) implements Location {
    @Override
    public String text() {
      return "byte " + offset;
    }
  }

  /**
   * A place in an EDIFACT interchange.
   *
   * @param messageReference 0062 of the message, or null outside one
   * @param segment position of the segment in its message counted from 1 (UNH), in the interchange
   *     when there is no message
   * @param tag segment tag, or null
   * @param element element position counted from 1 after the tag, 0 for the segment as a whole
   * @param component component position counted from 1, 0 for the element as a whole
   */
  record InEdifact(String messageReference, int segment, String tag, int element, int component)
      implements Location {
    @Override
    public String text() {
      var text = new StringBuilder();
      if (messageReference != null) {
        text.append("message ").append(messageReference).append(' ');
      }
      text.append("segment ").append(segment);
      if (tag != null) {
        text.append(' ').append(tag);
      }
      if (element > 0) {
        text.append(" element ").append(element);
      }
      if (component > 0) {
        text.append(" component ").append(component);
      }
      return text.toString();
    }
  }

  /** A JSON pointer (RFC 6901) into the data of a regional message or a national JSON document. */
  record AtPointer(String pointer) implements Location {
    @Override
    public String text() {
      return pointer.isEmpty() ? "/" : pointer;
    }
  }

  /** An XPath into a national XML document, with the WCO pointer where there is one (or null). */
  record AtXPath(String xpath, String wcoPointer) implements Location {
    @Override
    public String text() {
      return wcoPointer == null ? xpath : xpath + " (" + wcoPointer + ")";
    }
  }

  /** The document as a whole. */
  Location WHOLE = new Whole();
}
