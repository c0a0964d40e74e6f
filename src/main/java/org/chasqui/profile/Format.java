package org.chasqui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.chasqui.message.RegionalData;

/**
 * The format that a party is sent.
 *
 * @param codec name of the encoder
 * @param answerCodec name of the decoder of its answers; the same name when null
 * @param settings of the codecs
 * @param rules which messages become another document than that of {@code codec}; the first that
 *     fits and is not {@code beside} stands for it
 */
public record Format(
    String codec, String answerCodec, Map<String, String> settings, List<DocumentRule> rules) {

  /** Fills in the answer codec. */
  public Format {
    answerCodec = answerCodec == null ? codec : answerCodec;
    settings = Map.copyOf(settings);
    rules = List.copyOf(rules);
  }

  /** A format of one document. */
  public Format(String codec, String answerCodec, Map<String, String> settings) {
    this(codec, answerCodec, settings, List.of());
  }

  /**
   * The documents that a message becomes, the party's usual one among them where no rule stands for
   * it; whether its codec can write the message is for the caller to ask.
   *
   * @param category the release category of a declaration; asked for only where a rule needs it
   */
  public List<DocumentRule> documents(RegionalData data, Supplier<OptionalInt> category) {
    var documents = new ArrayList<DocumentRule>();
    for (var rule : rules) {
      if (rule.fits(data) && isOf(rule, category)) {
        documents.add(rule);
        if (!rule.beside()) {
          return documents;
        }
      }
    }
    documents.add(DocumentRule.plain(codec));
    return documents;
  }

  private static boolean isOf(DocumentRule rule, Supplier<OptionalInt> category) {
    if (rule.categories().isEmpty()) {
      return true;
    }
    var found = category.get();
    return found.isPresent() && rule.categories().contains(found.getAsInt());
  }
}
