package org.chasqui.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.rule.DispatchMerge;

/**
 * Tells an original that is sent again from one that says something else. The ids of the
 * declaration, its version and what was completed by the gateway do not count.
 */
final class Resends {
  private final Ledger ledger;
  private final RegionalJson json;

  Resends(Ledger ledger, RegionalJson json) {
    this.ledger = ledger;
    this.json = json;
  }

  /** True when it is what was last sent on of the item. */
  boolean isKnown(ItemDeclaration declaration) {
    if (declaration.function() != MessageFunction.ORIGINAL) {
      return false;
    }
    var content = content(declaration);
    return ledger
        .itemBook()
        .declarations(List.of(declaration.itemId()))
        .getOrDefault(declaration.itemId(), Map.of())
        .values()
        .stream()
        .map(sent -> (ItemDeclaration) json.read(sent).data())
        .filter(sent -> sent.function() != MessageFunction.CANCELLATION)
        .anyMatch(sent -> Arrays.equals(content, content(sent)));
  }

  private byte[] content(ItemDeclaration declaration) {
    return json.writeData(
        DispatchMerge.without(declaration).toBuilder()
            .declarationId(null)
            .version(null)
            .function(null)
            .build());
  }
}
