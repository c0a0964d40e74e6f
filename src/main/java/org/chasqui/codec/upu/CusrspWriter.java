package org.chasqui.codec.upu;

import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes customs decisions as CUSRSP (upu-messages-interim-guide, CUSRSP): one message for each
 * deciding party, with a DOC group for each item.
 */
final class CusrspWriter extends ItemMessagesWriter<String> {
  CusrspWriter(Definitions definitions) {
    super("upu-cusrsp", MessageKind.CUSTOMS_DECISION, definitions, "CUSRSP");
  }

  @Override
  String headerOf(RegionalMessage message, Losses losses) {
    return DecisionWriter.missing((CustomsDecision) message.data(), losses)
        ? null
        : Outgoing.code(message.envelope().source());
  }

  @Override
  void header(EdifactWriter writer, Outgoing outgoing, String authority, String reference) {
    writer.segment("BGM").element("962").element(reference).element("11").end();
    outgoing.time();
    writer.segment("NAD").element("MS").element(authority, "160").end();
    outgoing
        .party()
        .ifPresent(post -> writer.segment("NAD").element("MR").element(post, "160", "139").end());
  }

  @Override
  int items(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      int sequence,
      RegionalMessage message) {
    new DecisionWriter(writer, losses, view).decision((CustomsDecision) message.data());
    return 1;
  }
}
