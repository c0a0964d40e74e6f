package org.chasqui.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.ProfileView;
import org.chasqui.connector.PartyView;
import org.chasqui.ledger.Gathering;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.NewDelivery;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.profile.Profile;

/**
 * Makes deliveries of routed messages: one document a recipient and function, cut at what the
 * format and the party can bear. Two versions of an item never share a document. A delivery that is
 * not full waits a moment for items of other interchanges.
 */
final class Grouping {
  private static final int REFERENCE_RADIX = 36;

  private final Ledger ledger;
  private final CodecRegistry codecs;
  private final Map<Group, List<Long>> groups = new LinkedHashMap<>();

  private final Map<String, ProfileView> views = new HashMap<>();

  private final Duration wait;
  private final String sender;

  private record Group(
      Profile recipient, MessageKind kind, String variant, String batchKey, String about) {

    /** Versions go alone: they keep their order by the order of their deliveries. */
    boolean gathers() {
      return variant.endsWith("/1");
    }

    /** A document holds the items of one sender, since the sender may look at it. */
    String key(String sender) {
      return sender + "|" + kind + "|" + variant + "|" + about + "|" + batchKey;
    }
  }

  /**
   * @param wait how long a delivery that is not full waits for others; zero for not at all
   * @param sender of the messages
   */
  Grouping(Ledger ledger, CodecRegistry codecs, Duration wait, String sender) {
    this.sender = sender;
    this.ledger = ledger;
    this.codecs = codecs;
    this.wait = wait;
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
            int to = Math.min(ids.size(), from + most);
            deliveries.add(delivery(group, List.copyOf(ids.subList(from, to)), most));
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

  private NewDelivery delivery(Group group, List<Long> ids, int most) {
    long id = ledger.newId();
    return new NewDelivery(
        id,
        group.recipient().id(),
        group.recipient().format().codec(),
        reference(id),
        idempotencyKey(id),
        ids,
        group.about(),
        null,
        null,
        gathering(group, ids.size(), most));
  }

  private Gathering gathering(Group group, int lines, int most) {
    boolean waits = !wait.isZero() && group.gathers() && lines < most;
    return waits ? new Gathering(group.key(sender), most, wait) : null;
  }

  /** What a party knows a delivery by, however often it is sent. */
  static String idempotencyKey(long id) {
    return "chasqui-" + id;
  }

  /** The delivery that a reference stands for. */
  static Optional<Long> delivery(String reference) {
    try {
      return reference.startsWith("C")
          ? Optional.of(Long.parseLong(reference.substring(1), REFERENCE_RADIX))
          : Optional.empty();
    } catch (NumberFormatException otherForm) {
      return Optional.empty();
    }
  }

  /** A control reference of up to 14 of A-Z and 0-9. */
  static String reference(long id) {
    return "C" + Long.toString(id, REFERENCE_RADIX).toUpperCase(Locale.ROOT);
  }
}
