package org.chasqui.flow;

import java.time.Duration;
import java.time.Instant;
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
import org.chasqui.profile.DocumentRule;
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
  private final List<Waiting> waiting = new ArrayList<>();

  /** A declaration that waits for its pre-advice, alone until it may go. */
  private record Waiting(Group group, long messageId, Instant until) {}

  private record Seen(String recipient, DocumentRule document) {}

  private final Map<Seen, ProfileView> views = new HashMap<>();
  private final DocumentChoice choice;

  private final Duration wait;
  private final String sender;
  private final Instant receivedAt;

  private record Group(
      Profile recipient,
      DocumentRule document,
      MessageKind kind,
      String variant,
      String batchKey,
      String about) {

    /** Versions go alone: they keep their order by the order of their deliveries. */
    boolean gathers() {
      return variant.endsWith("/1");
    }

    /** A document holds the items of one sender, since the sender may look at it. */
    String key(String sender) {
      var place = document.codec() + document.path() + document.settings();
      return String.join("|", sender, kind.name(), variant, about, place, batchKey);
    }
  }

  /**
   * @param wait how long a delivery that is not full waits for others; zero for not at all
   * @param sender of the messages
   * @param receivedAt when they were received
   */
  Grouping(
      Ledger ledger,
      CodecRegistry codecs,
      DocumentChoice choice,
      Duration wait,
      String sender,
      Instant receivedAt) {
    this.sender = sender;
    this.receivedAt = receivedAt;
    this.ledger = ledger;
    this.codecs = codecs;
    this.choice = choice;
    this.wait = wait;
  }

  /** Adds a message for all its recipients. */
  void add(long messageId, Prepared prepared) {
    for (var recipient : prepared.recipients()) {
      var until = Awaited.until(recipient, prepared.message(), receivedAt);
      for (var document : choice.documents(recipient, prepared.message(), receivedAt)) {
        var group = group(recipient, document, prepared);
        if (until == null) {
          groups.computeIfAbsent(group, ignored -> new ArrayList<>()).add(messageId);
        } else {
          waiting.add(new Waiting(group, messageId, until));
        }
      }
    }
  }

  private Group group(Profile recipient, DocumentRule document, Prepared prepared) {
    return new Group(
        recipient,
        document,
        prepared.message().kind(),
        variant(prepared),
        batchKey(recipient, document, prepared),
        prepared.decidedBy());
  }

  /** What the format wants the messages of one document to share. */
  private String batchKey(Profile recipient, DocumentRule document, Prepared prepared) {
    var view =
        views.computeIfAbsent(
            new Seen(recipient.id(), document), any -> PartyView.of(recipient, document));
    return codecs
        .encoder(document.codec())
        .map(codec -> codec.batchKey(prepared.message(), view))
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
          int most = most(group);
          for (int from = 0; from < ids.size(); from += most) {
            int to = Math.min(ids.size(), from + most);
            var some = List.copyOf(ids.subList(from, to));
            deliveries.add(delivery(group, some, gathering(group, some.size(), most), null));
          }
        });
    waiting.forEach(one -> deliveries.add(delivery(one)));
    return deliveries;
  }

  private int most(Group group) {
    int byFormat =
        codecs.encoder(group.document().codec()).map(codec -> codec.batchLimit()).orElse(1);
    return group.recipient().limits().itemsOfDocument(byFormat);
  }

  /** Those that may go at one time gather, also where others do not wait for it. */
  private NewDelivery delivery(Waiting one) {
    var group = one.group();
    var gathering =
        group.gathers() ? new Gathering(group.key(sender), most(group), Duration.ZERO) : null;
    return delivery(group, List.of(one.messageId()), gathering, one.until());
  }

  private NewDelivery delivery(Group group, List<Long> ids, Gathering gathering, Instant awaits) {
    long id = ledger.newId();
    return new NewDelivery(
        id,
        group.recipient().id(),
        group.document().codec(),
        reference(id),
        idempotencyKey(id),
        ids,
        group.about(),
        null,
        null,
        gathering,
        awaits);
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
