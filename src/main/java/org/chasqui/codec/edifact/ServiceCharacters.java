package org.chasqui.codec.edifact;

import java.util.Optional;

/**
 * The characters that structure an interchange, as UNA gives them (ISO 9735, recalled). A release
 * or repetition character of space means that there is none.
 */
public record ServiceCharacters(
    char component, char element, char decimal, char release, char repetition, char terminator) {

  /** What holds without UNA up to syntax version 3. */
  public static final ServiceCharacters DEFAULT =
      new ServiceCharacters(':', '+', '.', '?', ' ', '\'');

  /** Level B's own separators: IS1, IS3 and IS4, without a release character (recalled). */
  static final ServiceCharacters LEVEL_B =
      new ServiceCharacters('\u001F', '\u001D', '.', ' ', ' ', '\u001C');

  /** The repetition separator that holds without UNA in syntax version 4. */
  static final char REPETITION_4 = '*';

  /** Reads the six characters after the letters UNA; empty when they cannot structure anything. */
  static Optional<ServiceCharacters> of(byte[] bytes, int offset) {
    var characters =
        new ServiceCharacters(
            at(bytes, offset),
            at(bytes, offset + 1),
            at(bytes, offset + 2),
            at(bytes, offset + 3),
            at(bytes, offset + 4),
            at(bytes, offset + 5));
    return characters.usable() ? Optional.of(characters) : Optional.empty();
  }

  private static char at(byte[] bytes, int offset) {
    return (char) (bytes[offset] & 0xFF);
  }

  private boolean usable() {
    char[] structural = {component, element, terminator, release, repetition};
    for (int i = 0; i < structural.length; i++) {
      boolean absent = structural[i] == ' ' && i > 2;
      if (!absent && !canSeparate(structural[i])) {
        return false;
      }
      for (int j = 0; j < i && !absent; j++) {
        if (structural[i] == structural[j]) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean canSeparate(char c) {
    return c > 0 && c < 0x7F && c != ' ' && !Character.isLetterOrDigit(c);
  }

  /** The same with a repetition separator. */
  ServiceCharacters withRepetition(char character) {
    return new ServiceCharacters(component, element, decimal, release, character, terminator);
  }

  /** The nine characters of UNA. */
  String una() {
    return "UNA" + component + element + decimal + release + repetition + terminator;
  }
}
