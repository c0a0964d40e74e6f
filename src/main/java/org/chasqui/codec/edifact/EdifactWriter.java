package org.chasqui.codec.edifact;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Writes an interchange, a segment a line: puts release characters, leaves out what is empty at the
 * end, and keeps the counts of UNT and UNZ. Texts must fit the level, see {@link CharacterFit}.
 */
public final class EdifactWriter {
  private final SyntaxLevel level;
  private final ServiceCharacters characters;
  private final String version;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(4_096);
  private final StringBuilder segment = new StringBuilder(256);
  private int written;
  private int segments;
  private int messages;
  private String interchangeReference;
  private String messageReference;

  /** With UNA and the usual service characters. */
  public EdifactWriter(SyntaxLevel level) {
    this(level, "3");
  }

  /** With UNA and the usual service characters, in a syntax version (0002) of 1 to 3. */
  public EdifactWriter(SyntaxLevel level, String version) {
    this(level, ServiceCharacters.DEFAULT, version);
  }

  /** With other service characters. */
  public EdifactWriter(SyntaxLevel level, ServiceCharacters characters) {
    this(level, characters, characters.repetition() == ' ' ? "3" : "4");
  }

  private EdifactWriter(SyntaxLevel level, ServiceCharacters characters, String version) {
    this.level = level;
    this.characters = characters;
    this.version = version;
    line(characters.una());
  }

  /**
   * Begins the interchange.
   *
   * @param head sender, recipient, reference and marks of UNB
   * @param date 0017 as YYMMDD, or CCYYMMDD where a partner wants it
   * @param time 0019 as HHMM
   */
  public EdifactWriter begin(InterchangeHead head, String date, String time) {
    interchangeReference = head.reference();
    segment("UNB")
        .element(level.id(), version)
        .element(head.sender(), head.senderQualifier())
        .element(head.recipient(), head.recipientQualifier())
        .element(date, time)
        .element(head.reference())
        .element("")
        .element(head.application())
        .element("")
        .element(head.acknowledge() ? "1" : "")
        .element("")
        .element(head.test() ? "1" : "");
    return end();
  }

  /** Begins a message; its reference is its number in the interchange. */
  public EdifactWriter beginMessage(MessageHead head) {
    messages++;
    segments = 0;
    messageReference = head.reference() == null ? String.valueOf(messages) : head.reference();
    segment("UNH")
        .element(messageReference)
        .element(head.type(), head.version(), head.release(), head.agency(), head.association());
    return end();
  }

  /** Ends the message with UNT. */
  public EdifactWriter endMessage() {
    return segment("UNT").element(String.valueOf(segments + 1)).element(messageReference).end();
  }

  /** Ends the interchange with UNZ and gives all of it. */
  public byte[] endInterchange() {
    segment("UNZ").element(String.valueOf(messages)).element(interchangeReference).end();
    return out.toByteArray();
  }

  /** Begins a segment. */
  public EdifactWriter segment(String tag) {
    segment.setLength(0);
    segment.append(tag);
    written = segment.length();
    return this;
  }

  /** Adds an element with its components; null and empty are left open. */
  public EdifactWriter element(String... components) {
    return element(Arrays.asList(components));
  }

  /** Adds an element with its components. */
  public EdifactWriter element(List<String> components) {
    segment.append(characters.element());
    int filled = 0;
    for (int i = 0; i < components.size(); i++) {
      var component = components.get(i);
      if (component != null && !component.isEmpty()) {
        for (; filled < i; filled++) {
          segment.append(characters.component());
        }
        release(component);
        written = segment.length();
      }
    }
    return this;
  }

  /** Ends the segment. */
  public EdifactWriter end() {
    segment.setLength(written);
    segment.append(characters.terminator());
    segments++;
    line(segment.toString());
    return this;
  }

  private void release(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean service =
          c == characters.component()
              || c == characters.element()
              || c == characters.terminator()
              || c == characters.release()
              || c == characters.repetition();
      if (service && c != ' ') {
        segment.append(characters.release());
      }
      segment.append(c);
    }
  }

  private void line(String text) {
    var bytes = text.getBytes(level.charset());
    out.write(bytes, 0, bytes.length);
    out.write('\n');
  }
}
