package org.chasqui.codec.upu;

import java.time.ZoneId;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.MessageKind;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Reason;
import org.chasqui.message.ReferralRequest;
import org.chasqui.message.ReferralState;
import org.chasqui.message.ReferralType;
import org.chasqui.message.RegionalMessage;

/**
 * Writes customs referrals as ITMREF (upu-messages-interim-guide, The others): one message for each
 * referring party, with a DOC group for each item of a referral.
 */
final class ItmrefWriter extends ItemMessagesWriter<String> {
  private static final int REFERENCE = 35;
  private static final int TEXT = 512;
  private static final int TEXTS = 5;
  private static final int QUESTION = 8;
  private static final int CODE = 17;
  private static final int LIST = 3;

  ItmrefWriter(Definitions definitions) {
    super("upu-itmref", MessageKind.CUSTOMS_REFERRAL, definitions, "ITMREF");
  }

  @Override
  String headerOf(RegionalMessage message, Losses losses) {
    var referral = (CustomsReferral) message.data();
    boolean items = !referral.scope().items().isEmpty();
    if (!items) {
      losses.add(ProblemCode.TARGET_NEEDS, "/scope/items", "none", "an item");
    }
    boolean typed = referral.type() != null && referral.referralId() != null;
    if (!typed) {
      losses.add(ProblemCode.TARGET_NEEDS, "/type", null, "type and id of the referral");
    }
    var name = referral.authority() == null ? null : referral.authority().name();
    var authority = Outgoing.authority(message, name, losses);
    return items && typed ? authority : null;
  }

  @Override
  void header(EdifactWriter writer, Outgoing outgoing, String authority, String reference) {
    outgoing.ofCustoms(authority, reference, "9");
  }

  @Override
  int items(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      int sequence,
      RegionalMessage message) {
    var referral = (CustomsReferral) message.data();
    for (var item : referral.scope().items()) {
      item(writer, losses, view, referral, item);
    }
    losses.noTarget("/stage", referral.stage());
    losses.noTarget("/emergencyContact", referral.emergencyContact());
    losses.noTarget("/screeningMethodCodes", referral.screeningMethodCodes());
    losses.noTarget("/supersedesReferralId", referral.supersedesReferralId());
    losses.noTarget("/scope/receptacleIds", referral.scope().receptacleIds());
    losses.noTarget("/extensions", referral.extensions());
    return referral.scope().items().size();
  }

  private static void item(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      CustomsReferral referral,
      DeclarationReference item) {
    writer.segment("DOC").element("976").element(item.itemId()).end();
    writer.segment("RFF").element("ACW", referral.referralId()).end();
    if (item.customsReference() != null) {
      var reference = losses.text("/scope/items", item.customsReference(), REFERENCE);
      writer.segment("RFF").element("ABT", reference).end();
    }
    for (int i = 0; i < referral.reasons().size(); i++) {
      reason(writer, losses, "/reasons/" + i, referral.reasons().get(i));
    }
    if (referral.authority() != null && referral.authority().customsOfficeCode() != null) {
      writer.segment("LOC").element("22").element(referral.authority().customsOfficeCode()).end();
    }
    times(writer, losses, view, referral);
    status(writer, referral);
    for (int i = 0; i < referral.requests().size(); i++) {
      request(writer, losses, "/requests/" + i, referral.requests().get(i));
    }
  }

  private static void reason(EdifactWriter writer, Losses losses, String at, Reason reason) {
    boolean listed = reason.listId() != null && reason.listId().length() <= LIST;
    losses.noTarget(at + "/listId", listed ? null : reason.listId());
    var code = losses.text(at + "/code", reason.code(), CODE);
    writer
        .segment("FTX")
        .element("AAI")
        .element("")
        .element(code, code != null && listed ? reason.listId() : null)
        .element(losses.parts(at + "/text", reason.text(), TEXT, TEXTS))
        .element(reason.languageCode())
        .end();
  }

  private static void times(
      EdifactWriter writer, Losses losses, ProfileView view, CustomsReferral referral) {
    var country = referral.authority() == null ? null : referral.authority().countryCode();
    var zone = ImpcZones.builtIn().zone(country).orElse(view.zone());
    time(writer, losses, zone, "148", "/issuedAt", referral.issuedAt());
    time(writer, losses, zone, "63", "/dueAt", referral.dueAt());
  }

  static void time(
      EdifactWriter writer,
      Losses losses,
      ZoneId zone,
      String qualifier,
      String pointer,
      String time) {
    if (time != null) {
      LocalTime.write(time, zone)
          .ifPresentOrElse(
              local ->
                  writer.segment("DTM").element(qualifier, local.getFirst(), local.getLast()).end(),
              () -> losses.noTarget(pointer, time));
    }
  }

  /** The UN code that is closest, and a state other than open beside it; then the type. */
  private static void status(EdifactWriter writer, CustomsReferral referral) {
    var state = referral.state();
    var beside = state == null || state == ReferralState.OPEN ? null : state.name();
    writer.segment("GIS").element(code(referral.type()), null, null, beside).end();
    writer.segment("GIS").element(referral.type().name(), null, "ZZZ").end();
  }

  static String code(ReferralType type) {
    return switch (type) {
      case RFI, AMD -> "6";
      case RFS -> "5";
      case DNL -> "7";
    };
  }

  private static void request(
      EdifactWriter writer, Losses losses, String at, ReferralRequest request) {
    question(writer, losses, at, request.pointer(), request.questionCode());
    var text = losses.parts(at + "/question", request.question(), TEXT, 1);
    if (!text.isEmpty()) {
      writer.segment("FTX").element("AAI").element("").element("").element(text).end();
    }
    losses.noTarget(at + "/documentTypeCode", request.documentTypeCode());
  }

  /** Where the question stands and its code; a code that is too long for ERC is a loss. */
  static void question(
      EdifactWriter writer, Losses losses, String at, String pointer, String code) {
    boolean fits = pointer == null || pointer.length() <= REFERENCE;
    losses.noTarget(at + "/pointer", fits ? null : pointer);
    writer.segment("ERP").element("", fits ? pointer : null).end();
    boolean coded = code != null && code.length() <= QUESTION;
    losses.noTarget(at + "/questionCode", coded ? null : code);
    if (coded) {
      writer.segment("ERC").element(code).end();
    }
  }
}
