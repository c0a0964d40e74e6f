package org.chasqui.codec.edifact;

import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Fits a text into the characters of a syntax level: accents go when they must, typographic marks
 * become plain ones, what is left becomes a question mark. Not thread-safe.
 */
public final class CharacterFit {
  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry(0x2018, "'"),
          Map.entry(0x2019, "'"),
          Map.entry(0x201C, "\""),
          Map.entry(0x201D, "\""),
          Map.entry(0x2013, "-"),
          Map.entry(0x2014, "-"),
          Map.entry(0x2026, "..."),
          Map.entry(0x00DF, "ss"),
          Map.entry(0x00C6, "AE"),
          Map.entry(0x00E6, "ae"),
          Map.entry(0x00D8, "O"),
          Map.entry(0x00F8, "o"),
          Map.entry(0x0152, "OE"),
          Map.entry(0x0153, "oe"),
          Map.entry(0x0141, "L"),
          Map.entry(0x0142, "l"),
          Map.entry(0x20AC, "EUR"),
          Map.entry(0x00A0, " "));

  private final SyntaxLevel level;
  private final CharsetEncoder encoder;

  /** For texts of one level. */
  public CharacterFit(SyntaxLevel level) {
    this.level = level;
    this.encoder = level.charset().newEncoder();
  }

  /** The text itself when all of it fits, else the nearest that does. */
  public String fit(String text) {
    int i = 0;
    while (i < text.length() && fits(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    // A letter and an accent of their own are one letter of the level, if it has that letter.
    var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    var fitted = new StringBuilder(composed.length());
    composed.codePoints().forEach(c -> append(fitted, c));
    return fitted.toString();
  }

  private void append(StringBuilder fitted, int codePoint) {
    if (codePoint < 0x80 && fits((char) codePoint)) {
      fitted.append((char) codePoint);
      return;
    }
    var text = Character.toString(codePoint);
    if (fits(text)) {
      fitted.append(text);
      return;
    }
    var known = PLAIN.get(codePoint);
    var plain = known == null ? bare(text) : known;
    var capitals = plain.toUpperCase(Locale.ROOT);
    fitted.append(fits(plain) ? plain : fits(capitals) ? capitals : "?");
  }

  private static String bare(String text) {
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    var bare = new StringBuilder(decomposed.length());
    decomposed.codePoints().filter(c -> !isMark(c)).forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private boolean fits(String text) {
    if (text.isEmpty()) {
      return false;
    }
    if (text.length() > 1 && Character.isHighSurrogate(text.charAt(0))) {
      return encoder.canEncode(text);
    }
    for (int i = 0; i < text.length(); i++) {
      if (!fits(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(char c) {
    if (c < 0x80) {
      return level.repertoire().allows(c);
    }
    boolean eightBits =
        level.repertoire() == SyntaxLevel.Repertoire.PRINTABLE
            || level.repertoire() == SyntaxLevel.Repertoire.UTF_8;
    return eightBits && c >= 0xA0 && !Character.isSurrogate(c) && encoder.canEncode(c);
  }
}
