package org.chasqui.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.Ledger;
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
        decision ? sender : null);
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
}
