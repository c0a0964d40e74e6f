package org.chasqui.console;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.Beginning;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.LineOutcome;
import org.chasqui.ledger.LineState;
import org.chasqui.ledger.NewDelivery;
import org.chasqui.ledger.NewMessage;
import org.chasqui.message.AgencyType;
import org.chasqui.message.Authority;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/** The rows that the story is recorded as. */
record StoryRows(Ledger ledger, Function<String, ProfileView> view) {
  /** The PREDES of a dispatch of two receptacles, of which the first holds the items. */
  static byte[] preadvice(String dispatch, String reference, List<String> items) {
    return """
        UNB+UNOC:3+J1CCLA:58+J1CBRA:58+261103:1200+%s++PREDES'
        UNH+1+PREDES:D:00A:UN:M41'
        BGM+785+%s+9'
        DTM+137:202611031200:203'
        DTM+189:202611032130:203'
        NAD+MS+CLA:160:139'
        CNI+1+%s001000105'
        MEA+WT+G+KGM:10.5'
        GIN+BN+%s'
        CNI+2+%s002100040'
        CNT+11:2'
        UNT+11+1'
        UNZ+1+%s'
        """
        .formatted(reference, dispatch, dispatch, String.join("+", items), dispatch, reference)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  RegionalMessage decision(RegionalMessage declaration) {
    var item = (ItemDeclaration) declaration.data();
    var data =
        CustomsDecision.builder()
            .decisionId(DecodeContext.stableId("decision/" + item.itemId()))
            .version(1)
            .declaration(
                new DeclarationReference(item.itemId(), item.declarationId(), 1, null, Map.of()))
            .flow(item.flow())
            .status(DecisionStatus.RELEASED)
            .decidedAt("2026-11-03T12:30:00-03:00")
            .authority(new Authority("BR", "RFB", AgencyType.CUSTOMS, Map.of()))
            .build();
    var envelope =
        new Envelope(
            DecodeContext.stableId("message/" + item.itemId()),
            view.apply(Story.DECIDING).urn(),
            MessageKind.CUSTOMS_DECISION,
            item.itemId(),
            "2026-11-03T12:30:00-03:00",
            view.apply(Story.POST).urn(),
            declaration.envelope().correlationId(),
            declaration.envelope().id(),
            false,
            Map.of());
    return new RegionalMessage(envelope, data);
  }

  NewMessage row(Decoded decoded, String sender) {
    var message = decoded.message();
    var kind = message == null ? MessageKind.ITEM_DECLARATION : message.kind();
    boolean decision = kind == MessageKind.CUSTOMS_DECISION;
    return new NewMessage(
        ledger.newId(),
        decoded.position(),
        kind,
        decoded.businessKey(),
        message == null ? null : message.envelope().id(),
        sender,
        message != null && message.data() instanceof ItemDeclaration d ? d.declarationId() : null,
        message == null ? null : message.envelope().correlationId(),
        message == null ? 0 : 1,
        message == null ? null : new RegionalJson().write(message),
        message == null,
        decision ? DecisionStatus.RELEASED : null,
        decision,
        decision ? sender : null,
        Beginning.NONE);
  }

  NewDelivery delivery(String recipient, String codec, String about, List<NewMessage> messages) {
    long id = ledger.newId();
    return new NewDelivery(
        id,
        recipient,
        codec,
        "R" + Long.toString(id, 36).toUpperCase(Locale.ROOT),
        "key-" + id,
        messages.stream().map(NewMessage::id).toList(),
        about,
        null,
        null,
        null);
  }

  /** What becomes of each message of a document. */
  static List<LineOutcome> lines(List<Long> messageIds, Encoded encoded, LineState state) {
    var lines = new ArrayList<LineOutcome>();
    for (int i = 0; i < messageIds.size(); i++) {
      var carriage = encoded.carriages().get(i);
      lines.add(
          new LineOutcome(
              messageIds.get(i),
              carriage.carried() ? state : LineState.REFUSED,
              state == LineState.DELIVERED ? "BR-" + i : null,
              carriage.problems()));
    }
    return lines;
  }
}
