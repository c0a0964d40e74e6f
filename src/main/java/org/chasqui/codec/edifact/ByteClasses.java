package org.chasqui.codec.edifact;

/** What each of the 256 bytes means to the lexer. */
final class ByteClasses {
  static final byte PLAIN = 0;
  static final byte COMPONENT = 1;
  static final byte ELEMENT = 2;
  static final byte TERMINATOR = 3;
  static final byte RELEASE = 4;
  static final byte REPETITION = 5;
  static final byte OUTSIDE = 6;

  private ByteClasses() {}

  /**
   * Fills the table.
   *
   * @param repeats true when the repetition character separates
   */
  static void fill(
      byte[] classes,
      ServiceCharacters characters,
      SyntaxLevel.Repertoire repertoire,
      boolean repeats) {
    boolean eightBits = repertoire == SyntaxLevel.Repertoire.PRINTABLE;
    for (int b = 0; b < 256; b++) {
      boolean allowed = b < 0x80 ? repertoire.allows(b) : eightBits && b >= 0xA0;
      classes[b] = allowed ? PLAIN : OUTSIDE;
    }
    classes[characters.component()] = COMPONENT;
    classes[characters.element()] = ELEMENT;
    classes[characters.terminator()] = TERMINATOR;
    if (characters.release() != ' ') {
      classes[characters.release()] = RELEASE;
    }
    if (repeats && characters.repetition() != ' ') {
      classes[characters.repetition()] = REPETITION;
    }
  }
}
