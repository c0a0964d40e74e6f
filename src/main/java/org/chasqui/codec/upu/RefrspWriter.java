package org.chasqui.codec.upu;

import java.time.ZoneId;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Place;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.ReferralResponse;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.ScreeningResult;

/**
 * Writes answers to referrals as REFRSP (upu-messages-interim-guide, The others): one message for
 * each answering party, with a DOC group for each answer.
 */
final class RefrspWriter extends ItemMessagesWriter<String> {
  private static final int TEXT = 512;
  private static final int METHODS = 5;

  RefrspWriter(Definitions definitions) {
    super("upu-refrsp", MessageKind.REFERRAL_RESPONSE, definitions, "REFRSP");
  }

  @Override
  String headerOf(RegionalMessage message, Losses losses) {
    if (itemId(message) == null) {
      losses.add(ProblemCode.TARGET_NEEDS, "/scope/items", "none", "an item");
      return null;
    }
    return Outgoing.code(message.envelope().source());
  }

  /** The item that the answer is about: that of its scope, else the subject of its envelope. */
  private static String itemId(RegionalMessage message) {
    var scope = ((ReferralResponse) message.data()).scope();
    return scope == null || scope.items().isEmpty()
        ? message.envelope().subject()
        : scope.items().getFirst().itemId();
  }

  @Override
  void header(EdifactWriter writer, Outgoing outgoing, String respondent, String reference) {
    writer.segment("BGM").element("962").element(reference).element("9").end();
    outgoing.time();
    writer.segment("NAD").element("MS").element(respondent, "160", "139").end();
    outgoing
        .party()
        .ifPresent(party -> writer.segment("NAD").element("MR").element(party, "160").end());
  }

  @Override
  int items(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      int sequence,
      RegionalMessage message) {
    var response = (ReferralResponse) message.data();
    var zone = ImpcZones.builtIn().zone(view.countryCode()).orElse(view.zone());
    writer.segment("DOC").element("976").element(itemId(message)).end();
    writer.segment("RFF").element("ACW", response.referralId()).end();
    if (response.amendedDeclaration() != null) {
      var version = response.amendedDeclaration().version();
      writer.segment("RFF").element("ACD", String.valueOf(version == null ? 1 : version)).end();
    }
    ItmrefWriter.time(writer, losses, zone, "148", "/respondedAt", response.respondedAt());
    writer.segment("GIS").element("1").end();
    writer.segment("GIS").element(response.type().name(), null, "ZZZ").end();
    for (int i = 0; i < response.answers().size(); i++) {
      answer(writer, losses, response, i);
    }
    for (int i = 0; i < response.screening().size(); i++) {
      screening(writer, losses, zone, "/screening/" + i, response.screening().get(i));
    }
    confirmation(writer, losses, zone, response);
    boolean one = response.scope() == null || response.scope().items().size() <= 1;
    losses.noTarget("/scope/items/1", one ? null : response.scope().items().get(1));
    losses.noTarget("/attachments", response.attachments());
    losses.noTarget("/extensions", response.extensions());
    return 1;
  }

  private static void answer(
      EdifactWriter writer, Losses losses, ReferralResponse response, int index) {
    var answer = response.answers().get(index);
    var at = "/answers/" + index;
    ItmrefWriter.question(writer, losses, at, answer.pointer(), answer.questionCode());
    var text = losses.parts(at + "/answer", answer.answer(), TEXT, 1);
    if (!text.isEmpty()) {
      writer.segment("FTX").element("AAI").element("").element("").element(text).end();
    }
    losses.noTarget(at + "/document", answer.document());
  }

  private static void screening(
      EdifactWriter writer, Losses losses, ZoneId zone, String at, ScreeningResult result) {
    var sts = writer.segment("STS").element("SCR");
    sts.element(RefrspReader.code(result.resultCode()));
    for (int i = 0; i < result.methodCodes().size(); i++) {
      if (i < METHODS) {
        sts.element("ZZZ", "", "", result.methodCodes().get(i));
      } else {
        losses.noTarget(at + "/methodCodes/" + i, result.methodCodes().get(i));
      }
    }
    sts.end();
    whereAndWhen(writer, losses, zone, at, result.screenedAt(), result.facility());
    losses.noTarget(at + "/screenedBy", result.screenedBy());
    losses.noTarget(at + "/screenerIdentifier", result.screenerIdentifier());
    losses.noTarget(at + "/attachments", result.attachments());
  }

  private static void confirmation(
      EdifactWriter writer, Losses losses, ZoneId zone, ReferralResponse response) {
    var confirmation = response.doNotLoad();
    if (confirmation == null) {
      return;
    }
    boolean confirmed = Boolean.TRUE.equals(confirmation.confirmed());
    writer.segment("STS").element("DNL").element(confirmed ? "YES" : "NO").end();
    var at = "/doNotLoad";
    whereAndWhen(writer, losses, zone, at, confirmation.confirmedAt(), confirmation.isolatedAt());
    var text = losses.parts(at + "/actionText", confirmation.actionText(), TEXT, 1);
    if (!text.isEmpty()) {
      writer.segment("FTX").element("AAI").element("").element("").element(text).end();
    }
  }

  private static void whereAndWhen(
      EdifactWriter writer, Losses losses, ZoneId zone, String at, String time, Place place) {
    var impc = place == null ? null : place.impcCode();
    var here = EventCodes.zone(impc).orElse(zone);
    ItmrefWriter.time(writer, losses, here, "7", at, time);
    Places.write(writer, losses, "175", at, place);
  }
}
