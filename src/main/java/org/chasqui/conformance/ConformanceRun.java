package org.chasqui.conformance;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.PartyView;
import org.chasqui.connector.Reading;
import org.chasqui.connector.Secrets;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.RegionalMessage;
import org.chasqui.sandbox.HubKeys;

/** Runs cases against one hub, one after the other. */
public final class ConformanceRun implements AutoCloseable {
  private static final String ENV = "env:";
  private static final int MOST_ITEMS = 500;
  private static final String UNKNOWN_HEADING = "999999";

  private final HubUnderTest hub;
  private final Encoder encoder;
  private final Wire wire;
  private final List<Shelf> shelves = new ArrayList<>();
  private final Carrier carrier;
  private final Items items;
  private final Instant at;
  private int keys;

  /** For a hub that the gateway reaches, by whatever transport. */
  public ConformanceRun(HubUnderTest hub) {
    this.hub = hub;
    this.encoder = hub.codecs().encoder(hub.party().format().codec()).orElseThrow();
    this.wire = new Wire(secrets(hub));
    this.carrier = carrier(hub.environment());
    this.items = new Items(hub.profiles(), hub.party(), hub.seed(), hub.date());
    this.at = hub.date().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }

  private Carrier carrier(Map<String, String> environment) {
    var connector = Connector.of(hub.party(), new Secrets(environment));
    if (hub.party().transport().calls()) {
      return new CallCarrier(hub, connector, wire);
    }
    var shelf = Shelf.of(hub.party(), connector);
    shelves.add(shelf);
    return new FileCarrier(hub, connector, shelf, wire);
  }

  private static Set<String> secrets(HubUnderTest hub) {
    return references(hub, name -> true).stream()
        .map(name -> hub.environment().getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Names of the variables that hold the secrets of the hub which stand at wanted settings. */
  private static List<String> references(HubUnderTest hub, Predicate<String> wanted) {
    return hub.party().authentication().all().stream()
        .flatMap(module -> module.settings().entrySet().stream())
        .filter(setting -> wanted.test(setting.getKey()))
        .map(Map.Entry::getValue)
        .filter(value -> value.startsWith(ENV))
        .map(value -> value.substring(ENV.length()))
        .toList();
  }

  /** Runs a case; {@code language} is that of the texts. */
  public CaseResult run(ConformanceCase one, String language) throws InterruptedException {
    Outcome outcome;
    var decided = new ArrayList<DecisionStatus>();
    try {
      outcome = judge(one, decided);
    } catch (IOException e) {
      outcome = Outcome.failed("no answer: " + e.getClass().getSimpleName());
    } catch (ConnectorException e) {
      outcome = Outcome.failed(e.getMessage());
    }
    return new CaseResult(
        one.name(),
        one.title(language),
        outcome.verdict(),
        Outcome.expected(one),
        outcome.reason(),
        decided.stream().map(DecisionStatus::name).toList(),
        wire.taken());
  }

  private Outcome judge(ConformanceCase one, List<DecisionStatus> decided)
      throws IOException, InterruptedException, ConnectorException {
    var cannot = cannotSay(one);
    if (cannot.isPresent()) {
      return Outcome.notApplicable(cannot.get());
    }
    return switch (one.step()) {
      case OUTCOME, RECOVERS, UNKNOWN_CODE, DUPLICATE -> single(one, decided);
      case REFUSES_ITEM -> refusesItem(one, decided);
      case MALFORMED_DOCUMENT -> malformed(one);
      case BATCH, OVERSIZE_BATCH -> batch(one);
      case AUTHENTICATION_REFUSED -> stranger(one);
    };
  }

  /** A status of the case that no code of the national answer stands for. */
  private Optional<String> cannotSay(ConformanceCase one) {
    var codes = hub.party().codes().get(AnswerDecisions.STATUS_MAP);
    if (codes == null || one.decisions() == null) {
      return Optional.empty();
    }
    for (var wanted : List.of(one.decisions().first(), one.decisions().last())) {
      if (!wanted.isEmpty()
          && wanted.stream().noneMatch(status -> codes.containsValue(status.name()))) {
        return Optional.of(
            "the profile's decision-status has no code for " + Outcome.words(wanted));
      }
    }
    return Optional.empty();
  }

  private Encoded encode(List<RegionalMessage> messages) {
    var reference = "K%09d".formatted(Math.floorMod(hub.seed() * 1000 + keys, 1_000_000_000L));
    return encoder.encode(messages, new EncodeContext(PartyView.of(hub.party()), at, reference));
  }

  private Delivery delivery(byte[] document, String mediaType) {
    var key = "conformance-" + hub.seed() + "-" + keys++;
    return new Delivery(hub, carrier, document, mediaType, key);
  }

  private Outcome single(ConformanceCase one, List<DecisionStatus> decided)
      throws IOException, InterruptedException, ConnectorException {
    var message = items.make(1, one.ending()).getFirst();
    if (one.step() == ConformanceCase.Step.UNKNOWN_CODE) {
      message = withUnknownCode(message);
    }
    var itemId = message.data().businessKey();
    var encoded = encode(List.of(message));
    if (!encoded.carriesAny()) {
      return Outcome.notApplicable(
          "the format does not write it: " + encoded.carriages().getFirst().problems());
    }
    var delivery = delivery(encoded.document(), encoded.mediaType());
    delivery.submit();
    var judgement = new Judgement(one, delivery, itemId);
    boolean last =
        !(delivery.last() instanceof Reading.Refused)
            && !(delivery.last() instanceof Reading.TryAgain)
            && delivery.await(List.of(itemId), () -> judgement.ended());
    decided.addAll(delivery.decided().getOrDefault(itemId, List.of()));
    return judgement.of(decided, last, hub.patience());
  }

  private static RegionalMessage withUnknownCode(RegionalMessage message) {
    var item = (ItemDeclaration) message.data();
    var contents =
        item.contents().stream()
            .map(piece -> piece.toBuilder().hsCode(UNKNOWN_HEADING).build())
            .toList();
    return message.with(item.toBuilder().contents(contents).build());
  }

  private Outcome refusesItem(ConformanceCase one, List<DecisionStatus> decided)
      throws IOException, InterruptedException, ConnectorException {
    var message = items.make(1, one.ending()).getFirst();
    var itemId = message.data().businessKey();
    var encoded = encode(List.of(message));
    var delivery = delivery(encoded.document(), encoded.mediaType());
    delivery.submit();
    if (delivery.last() instanceof Reading.Refused refusal) {
      return refusal.items().isEmpty() && refusal.problems().isEmpty()
          ? Outcome.failed("refused without a reason")
          : Outcome.passed("refused with a reason");
    }
    boolean told =
        delivery.await(
            List.of(itemId),
            () ->
                delivery.refused().contains(itemId)
                    || !delivery.decided().getOrDefault(itemId, List.of()).isEmpty());
    decided.addAll(delivery.decided().getOrDefault(itemId, List.of()));
    if (delivery.refused().contains(itemId) || decided.contains(DecisionStatus.REFUSED)) {
      return Outcome.passed("refused by name");
    }
    return Outcome.failed(
        told ? "taken, and decided " + Outcome.words(decided) : "taken, and not refused");
  }

  private Outcome malformed(ConformanceCase one)
      throws IOException, InterruptedException, ConnectorException {
    if (!carrier.answers()) {
      return Outcome.notApplicable("nobody hears whether a file is refused");
    }
    var encoded = encode(items.make(1, one.ending()));
    var half = Arrays.copyOf(encoded.document(), encoded.document().length / 2);
    var delivery = delivery(half, encoded.mediaType());
    try {
      delivery.submit();
    } catch (ConnectorException unsendable) {
      return Outcome.notApplicable("the connection carries no such document");
    }
    return switch (delivery.last()) {
      case Reading.Refused ignored -> Outcome.passed("refused");
      case Reading.TryAgain again -> Outcome.failed("no refusal but " + again.reason());
      default -> Outcome.failed("taken");
    };
  }

  private Outcome batch(ConformanceCase one)
      throws IOException, InterruptedException, ConnectorException {
    int most = hub.party().limits().itemsOfDocument(encoder.batchLimit());
    boolean over = one.step() == ConformanceCase.Step.OVERSIZE_BATCH;
    int count = over ? hub.party().limits().batchItems() + 1 : Math.min(most, MOST_ITEMS);
    if (over ? count > encoder.batchLimit() : count < 2) {
      return Outcome.notApplicable(
          "a document of the format holds no more than " + encoder.batchLimit());
    }
    var messages = items.make(count, one.ending());
    var encoded = encode(messages);
    var carried = carried(messages, encoded);
    if (over && carried.size() < count) {
      return Outcome.notApplicable("so many do not fit into one document");
    }
    var delivery = delivery(encoded.document(), encoded.mediaType());
    delivery.submit();
    if (delivery.last() instanceof Reading.Refused) {
      return over ? Outcome.passed("refused") : Outcome.failed("refused");
    }
    if (delivery.last() instanceof Reading.TryAgain again) {
      return Outcome.failed(again.reason());
    }
    return decided(one, delivery, carried);
  }

  private static List<String> carried(List<RegionalMessage> messages, Encoded encoded) {
    var carried = new ArrayList<String>();
    for (int i = 0; i < messages.size(); i++) {
      if (encoded.carriages().get(i).carried()) {
        carried.add(messages.get(i).data().businessKey());
      }
    }
    return carried;
  }

  /** Whether every item of a document that was taken is decided in time. */
  private static Outcome decided(ConformanceCase one, Delivery delivery, List<String> carried)
      throws IOException, InterruptedException, ConnectorException {
    Predicate<String> hasEnded = item -> new Judgement(one, delivery, item).ended();
    delivery.await(carried, () -> carried.stream().allMatch(hasEnded));
    long ended = carried.stream().filter(hasEnded).count();
    var reason = ended + " of " + carried.size() + " items decided";
    return ended == carried.size() ? Outcome.passed(reason) : Outcome.failed(reason);
  }

  private Outcome stranger(ConformanceCase one) throws IOException, InterruptedException {
    var wrong = strangersSecrets();
    if (wrong.equals(hub.environment())) {
      return Outcome.notApplicable(
          "authentication " + hub.party().authentication().modules() + " has no secret of ours");
    }
    var encoded = encode(items.make(1, one.ending()));
    return carrier(wrong).stranger(encoded.document(), encoded.mediaType());
  }

  /** The environment with other secrets, and a key that the hub does not know. */
  private Map<String, String> strangersSecrets() {
    Map<String, String> wrong = new HashMap<>(hub.environment());
    var secret = "wrong-" + hub.seed();
    references(hub, name -> !name.equals("key")).forEach(name -> wrong.put(name, secret));
    boolean ssh = hub.party().authentication().modules().contains("ssh");
    references(hub, name -> name.equals("key"))
        .forEach(
            name -> wrong.put(name, ssh ? HubKeys.openSsh() : HubKeys.pkcs12("stranger", secret)));
    return wrong;
  }

  @Override
  public void close() throws IOException {
    wire.close();
    for (var shelf : shelves) {
      shelf.close();
    }
  }
}
