package org.chasqui.codec.upu;

import org.chasqui.codec.DecodeContext;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.RegionalData;

/** The conversation that messages about one item belong to, derived from its declaration. */
final class Conversation {
  private Conversation() {}

  /** A UUID; the item id stands in for a declaration id that is not known. */
  static String of(RegionalData data) {
    return switch (data) {
      case ItemDeclaration declaration -> derived(declaration.declarationId());
      case CustomsDecision decision when decision.declaration().declarationId() != null ->
          derived(decision.declaration().declarationId());
      default -> derived(data.businessKey());
    };
  }

  private static String derived(String name) {
    return DecodeContext.stableId("conversation/" + name);
  }
}
