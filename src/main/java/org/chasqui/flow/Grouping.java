package org.chasqui.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.ProfileView;
import org.chasqui.connector.PartyView;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.NewDelivery;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.profile.Profile;

/**
 * Makes deliveries of routed messages: one document a recipient and function, cut at what the
 * format and the party can bear. Two versions of an item never share a document.
 */
final class Grouping {
  private static final int REFERENCE_RADIX = 36;

  private final Ledger ledger;
  private final CodecRegistry codecs;
  private final Map<Group, List<Long>> groups = new LinkedHashMap<>();

  private final Map<String, ProfileView> views = new HashMap<>();

  private record Group(
      Profile recipient, MessageKind kind, String variant, String batchKey, String about) {}

  Grouping(Ledger ledger, CodecRegistry codecs) {
    this.ledger = ledger;
    this.codecs = codecs;
  }

  /** Adds a message for all its recipients. */
  void add(long messageId, Prepared prepared) {
    for (var recipient : prepared.recipients()) {
      var group =
          new Group(
              recipient,
              prepared.message().kind(),
              variant(prepared),
              batchKey(recipient, prepared),
              prepared.decidedBy());
      groups.computeIfAbsent(group, ignored -> new ArrayList<>()).add(messageId);
    }
  }

  /** What the recipient's format wants the messages of one document to share. */
  private String batchKey(Profile recipient, Prepared prepared) {
    return codecs
        .encoder(recipient.format().codec())
        .map(
            codec ->
                codec.batchKey(
                    prepared.message(),
                    views.computeIfAbsent(recipient.id(), any -> PartyView.of(recipient))))
        .orElse("");
  }

  private static String variant(Prepared prepared) {
    return switch (prepared.message().data()) {
      case ItemDeclaration declaration -> declaration.function() + "/" + declaration.version();
      case CustomsDecision decision -> "decision/" + decision.version();
      default -> "";
    };
  }

  /** The deliveries, each within the limits. */
  List<NewDelivery> deliveries() {
    var deliveries = new ArrayList<NewDelivery>();
    groups.forEach(
        (group, ids) -> {
          int most = most(group.recipient());
          for (int from = 0; from < ids.size(); from += most) {
            deliveries.add(
                delivery(group, List.copyOf(ids.subList(from, Math.min(ids.size(), from + most)))));
          }
        });
    return deliveries;
  }

  private int most(Profile recipient) {
    int byFormat =
        codecs.encoder(recipient.format().codec()).map(codec -> codec.batchLimit()).orElse(1);
    int byParty = recipient.limits().batchItems();
    return Math.max(1, byParty <= 0 ? byFormat : Math.min(byFormat, byParty));
  }

  private NewDelivery delivery(Group group, List<Long> ids) {
    long id = ledger.newId();
    return new NewDelivery(
        id,
        group.recipient().id(),
        group.recipient().format().codec(),
        reference(id),
        "chasqui-" + id,
        ids,
        group.about(),
        null,
        null);
  }

  /** A control reference of up to 14 of A-Z and 0-9. */
  static String reference(long id) {
    return "C" + Long.toString(id, REFERENCE_RADIX).toUpperCase(Locale.ROOT);
  }
}
