package org.chasqui.flow;

import java.util.List;
import java.util.OptionalInt;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Profile;
import org.chasqui.rule.ReleaseCategories;

/** Which documents a message becomes at a party, by the party's profile alone. */
public final class DocumentChoice {
  private final CodecRegistry codecs;

  /** Among these codecs. */
  public DocumentChoice(CodecRegistry codecs) {
    this.codecs = codecs;
  }

  /** The documents; none for a message of a kind that the party takes in some cases only. */
  public List<DocumentRule> documents(Profile recipient, RegionalMessage message) {
    return recipient.format().documents(message.data(), () -> category(recipient, message)).stream()
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
  DocumentRule document(Profile recipient, RegionalMessage message, String codec) {
    var rules = recipient.format().rules().stream();
    return documents(recipient, message).stream()
        .filter(rule -> rule.codec().equals(codec))
        .findFirst()
        .or(() -> rules.filter(rule -> rule.codec().equals(codec)).findFirst())
        .orElse(null);
  }

  private static OptionalInt category(Profile recipient, RegionalMessage message) {
    return message.data() instanceof ItemDeclaration declaration
        ? ReleaseCategories.category(declaration, recipient.releaseCategories())
        : OptionalInt.empty();
  }
}
