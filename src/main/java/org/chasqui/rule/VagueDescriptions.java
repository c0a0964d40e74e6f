package org.chasqui.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Descriptions that do not say what the goods are, by language (wco-and-canonical-model §6.9). All
 * languages are looked at, since the language that a sender states is often wrong. Letter case,
 * accents, digits and punctuation do not matter.
 */
public final class VagueDescriptions {
  /** Name of the file: lines of language and description. */
  static final String FILE = "vague-descriptions.csv";

  private final Set<String> phrases;

  private VagueDescriptions(Set<String> phrases) {
    this.phrases = Set.copyOf(phrases);
  }

  /** The list that comes with the program. */
  public static VagueDescriptions bundled() {
    var in = VagueDescriptions.class.getResourceAsStream("/codelists/" + FILE);
    if (in == null) {
      throw new IllegalStateException(FILE + " is not in the program");
    }
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /** {@code vague-descriptions.csv} of a folder such as {@code config/codelists}. */
  public static VagueDescriptions of(Path folder) {
    var file = folder.resolve(FILE);
    try (var reader = Files.newBufferedReader(file)) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static VagueDescriptions read(BufferedReader reader) throws IOException {
    var phrases = new HashSet<String>();
    reader.readLine(); // the names of the columns
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      var comma = line.indexOf(',');
      if (comma < 0) {
        throw new IllegalArgumentException(FILE + ": a line without a comma: " + line);
      }
      phrases.add(plain(line.substring(comma + 1)));
    }
    return new VagueDescriptions(phrases);
  }

  /**
   * What makes a description vague: the listed phrase that it consists of; empty text when it has
   * no letters at all. Empty when it is not vague.
   */
  public Optional<String> vaguePart(String description) {
    var plain = plain(description);
    return plain.isEmpty() || phrases.contains(plain) ? Optional.of(plain) : Optional.empty();
  }

  /** Lower-case letters without accents, words parted by one space. */
  public static String plain(String text) {
    var plain = new StringBuilder(text.length());
    var gap = false;
    var decomposed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
    for (var i = 0; i < decomposed.length(); i++) {
      var c = decomposed.charAt(i);
      if (Character.isLetter(c)) {
        if (gap && !plain.isEmpty()) {
          plain.append(' ');
        }
        plain.append(c);
        gap = false;
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        gap = true;
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
