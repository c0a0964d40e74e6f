package org.chasqui.codec.upu;

import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes item declarations as ITMATT or CUSITM (upu-messages-interim-guide, ITMATT): one message
 * for each function and pair of operators. The ids that the gateway derives itself (declarationId,
 * version) are not written: the item id and the function stand for them.
 */
final class ItmattWriter extends ItemMessagesWriter<ItmattWriter.Header> {

  /** What the items of one message have in common. */
  record Header(MessageFunction function, String origin, String destination) {}

  ItmattWriter(String name, Definitions definitions, String type) {
    super(name, MessageKind.ITEM_DECLARATION, definitions, type);
  }

  @Override
  Header headerOf(RegionalMessage message, Losses losses) {
    var declaration = (ItemDeclaration) message.data();
    if (ItemWriter.missing(declaration, losses)) {
      return null;
    }
    var origin = declaration.originOperatorCode();
    var sender = origin == null ? Outgoing.code(message.envelope().source()) : origin;
    return new Header(declaration.function(), sender, declaration.destinationOperatorCode());
  }

  @Override
  int items(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      int sequence,
      RegionalMessage message) {
    new ItemWriter(writer, losses, view).item(sequence, (ItemDeclaration) message.data());
    return 1;
  }

  @Override
  void header(EdifactWriter writer, Outgoing outgoing, Header header, String reference) {
    var function =
        switch (header.function()) {
          case CANCELLATION -> "1";
          case AMENDMENT -> "5";
          case ORIGINAL -> "9";
        };
    writer.segment("BGM").element("929").element(reference).element(function).end();
    outgoing.time();
    writer.segment("NAD").element("MS").element(header.origin(), "160", "139").end();
    if (header.destination() != null) {
      writer.segment("NAD").element("MR").element(header.destination(), "160", "139").end();
    }
  }
}
