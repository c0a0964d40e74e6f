package org.chasqui.codec.upu;

import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes customs decisions as CUSRSP (upu-messages-interim-guide, CUSRSP) or as CUSRES of the UN
 * directory D.96B: one message for each deciding party, with a DOC group for each item.
 */
final class CusrspWriter extends ItemMessagesWriter<String> {
  private final DecisionWriter.Form form;

  private CusrspWriter(
      String name, Definitions definitions, String type, DecisionWriter.Form form) {
    super(name, MessageKind.CUSTOMS_DECISION, definitions, type);
    this.form = form;
  }

  static CusrspWriter cusrsp(Definitions definitions) {
    return new CusrspWriter("upu-cusrsp", definitions, "CUSRSP", DecisionWriter.Form.CUSRSP);
  }

  static CusrspWriter cusres(Definitions definitions) {
    return new CusrspWriter("cusres-d96b", definitions, "CUSRES", DecisionWriter.Form.CUSRES);
  }

  @Override
  String headerOf(RegionalMessage message, Losses losses) {
    var decision = (CustomsDecision) message.data();
    if (DecisionWriter.missing(decision, losses)) {
      return null;
    }
    var name = decision.authority() == null ? null : decision.authority().name();
    return Outgoing.authority(message, name, losses);
  }

  @Override
  void header(EdifactWriter writer, Outgoing outgoing, String authority, String reference) {
    outgoing.ofCustoms(authority, reference, "11");
  }

  @Override
  int items(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      int sequence,
      RegionalMessage message) {
    new DecisionWriter(writer, losses, view, form).decision((CustomsDecision) message.data());
    return 1;
  }
}
