package org.chasqui.codec.upu;

import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.message.ItemDeclarationBuilder;
import org.chasqui.message.MessageFunction;

/** What the head of a message says of the declarations in it: function and operators. */
final class DeclarationHead {
  private static final int OPERATOR = 3;

  private final InterchangeReader.Item item;
  private final String origin;
  private final String destination;

  DeclarationHead(InterchangeReader.Item item) {
    this.item = item;
    this.origin = operator("MS", item.interchange().sender());
    this.destination = operator("MR", item.interchange().recipient());
  }

  /** The operator of origin, or null. */
  String origin() {
    return origin;
  }

  /** The operator of destination, or null. */
  String destination() {
    return destination;
  }

  /** Fills in the ids, which are derived from the operator and the item id of CNI. */
  void read(ItemDeclarationBuilder declaration) {
    var itemId = item.group().trigger().text(2);
    var function = function();
    declaration
        .declarationId(DecodeContext.stableId("declaration/" + origin + "/" + itemId))
        .version(function == MessageFunction.ORIGINAL ? 1 : 2)
        .function(function)
        .itemId(itemId)
        .originOperatorCode(origin)
        .destinationOperatorCode(destination);
  }

  /** True when the items are withdrawn: what else stands with them says nothing. */
  boolean cancels() {
    return function() == MessageFunction.CANCELLATION;
  }

  private MessageFunction function() {
    var bgm = item.header().first("BGM");
    var code = bgm == null ? null : bgm.text(3);
    return "1".equals(code)
        ? MessageFunction.CANCELLATION
        : "5".equals(code) ? MessageFunction.AMENDMENT : MessageFunction.ORIGINAL;
  }

  /** The operator of NAD, else that of UNB; null when it has not the form of one. */
  private String operator(String role, String ediId) {
    var nad = item.header().first("NAD", 1, 1, role);
    var code = nad == null ? PartyIds.operator(ediId) : nad.text(2);
    return Forms.lettersOrDigits(code, OPERATOR, OPERATOR) ? code : PartyIds.operator(code);
  }
}
