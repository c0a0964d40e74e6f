package org.chasqui.codec.edifact;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A syntax identifier (UN 0001) with the characters it allows. UNOA to UNOF as in the UN service
 * code list D.96B; UNOG to UNOK, UNOW and UNOY recalled from ISO 9735 version 4.
 *
 * @param id for example {@code UNOC}
 * @param charset how bytes become text
 * @param repertoire which characters may be used
 */
public record SyntaxLevel(String id, Charset charset, Repertoire repertoire) {

  /** Which characters a level allows. */
  public enum Repertoire {
    /** Capital letters, digits and the usual marks. */
    LEVEL_A,
    /** Level A with small letters. */
    LEVEL_B,
    /** All but control characters. */
    PRINTABLE,
    /** Well-formed UTF-8 without control characters. */
    UTF_8;

    /** True when the level allows the character; bytes of more than 7 bits are not asked here. */
    boolean allows(int ascii) {
      boolean control = ascii < 0x20 || ascii == 0x7F;
      return switch (this) {
        case LEVEL_A -> isLevelA(ascii);
        case LEVEL_B -> isLevelA(ascii) || (ascii >= 'a' && ascii <= 'z');
        case PRINTABLE, UTF_8 -> !control;
      };
    }

    private static boolean isLevelA(int c) {
      return (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || (c < 0x7F && " .,-()/='+:?!\"%&*;<>".indexOf(c) >= 0);
    }
  }

  /** ISO 8859-1, what is written unless a partner wants another. */
  public static final SyntaxLevel UNOC =
      new SyntaxLevel("UNOC", StandardCharsets.ISO_8859_1, Repertoire.PRINTABLE);

  private static final Map<String, String> LATIN =
      Map.of(
          "UNOC", "ISO-8859-1",
          "UNOD", "ISO-8859-2",
          "UNOE", "ISO-8859-5",
          "UNOF", "ISO-8859-7",
          "UNOG", "ISO-8859-3",
          "UNOH", "ISO-8859-4",
          "UNOI", "ISO-8859-6",
          "UNOJ", "ISO-8859-8",
          "UNOK", "ISO-8859-9");

  /** The level with this identifier; empty for one that is not spoken, as UNOX is. */
  public static Optional<SyntaxLevel> of(String id) {
    return Optional.ofNullable(
        switch (id) {
          case "UNOA" -> new SyntaxLevel(id, StandardCharsets.ISO_8859_1, Repertoire.LEVEL_A);
          case "UNOB" -> new SyntaxLevel(id, StandardCharsets.ISO_8859_1, Repertoire.LEVEL_B);
          case "UNOW", "UNOY" -> new SyntaxLevel(id, StandardCharsets.UTF_8, Repertoire.UTF_8);
          default -> latin(id);
        });
  }

  private static SyntaxLevel latin(String id) {
    var name = LATIN.get(id);
    return name == null || !Charset.isSupported(name)
        ? null
        : new SyntaxLevel(id, Charset.forName(name), Repertoire.PRINTABLE);
  }
}
