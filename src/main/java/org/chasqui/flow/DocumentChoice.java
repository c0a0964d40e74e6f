package org.chasqui.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.Encoder;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Profile;
import org.chasqui.rule.RuleBook;

/** Which documents a message becomes at a party, by the party's profile alone. */
public final class DocumentChoice {
  private final CodecRegistry codecs;
  private final RuleBook rules;

  /** Among these codecs, by the release category that these rules give a declaration. */
  public DocumentChoice(CodecRegistry codecs, RuleBook rules) {
    this.codecs = codecs;
    this.rules = rules;
  }

  /**
   * The documents; none for a message of a kind that the party takes in some cases only.
   *
   * @param receivedAt when the gateway received the message, for rules with dates
   */
  public List<DocumentRule> documents(
      Profile recipient, RegionalMessage message, Instant receivedAt) {
    return recipient
        .format()
        .documents(message.data(), () -> category(recipient, message, receivedAt))
        .stream()
        .filter(rule -> writes(rule, message))
        .toList();
  }

  private boolean writes(DocumentRule rule, RegionalMessage message) {
    return codecs
        .encoder(rule.codec())
        .filter(encoder -> encoder.encodes().contains(message.kind()))
        .isPresent();
  }

  /**
   * The document of a delivery that was made with this codec. Rules may have changed since: then
   * any of the codec stands for it.
   */
  DocumentRule document(
      Profile recipient, RegionalMessage message, String codec, Instant receivedAt) {
    var others = recipient.format().rules().stream();
    return documents(recipient, message, receivedAt).stream()
        .filter(rule -> rule.codec().equals(codec))
        .findFirst()
        .or(() -> others.filter(rule -> rule.codec().equals(codec)).findFirst())
        .orElse(null);
  }

  /** The party's usual document, when it is one of declarations and no rule has its codec. */
  Optional<DocumentRule> usual(Profile recipient, String codec) {
    var format = recipient.format();
    boolean usual =
        format.codec().equals(codec)
            && format.rules().stream().noneMatch(rule -> rule.codec().equals(codec))
            && codecs.encoder(codec).filter(DocumentChoice::isOfItems).isPresent();
    return usual ? Optional.of(DocumentRule.plain(codec)) : Optional.empty();
  }

  private static boolean isOfItems(Encoder encoder) {
    return encoder.encodes().equals(Set.of(MessageKind.ITEM_DECLARATION));
  }

  private OptionalInt category(Profile recipient, RegionalMessage message, Instant receivedAt) {
    return message.data() instanceof ItemDeclaration declaration
        ? rules.category(recipient.identity().countryCode(), declaration, receivedAt)
        : OptionalInt.empty();
  }
}
