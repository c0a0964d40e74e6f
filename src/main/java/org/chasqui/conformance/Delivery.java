package org.chasqui.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.ItemAnswer;
import org.chasqui.connector.PartyView;
import org.chasqui.connector.Reading;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.PartyAddress;

/** One document on its way to a hub and back, call by call, as the gateway goes it. */
final class Delivery {
  private static final int MOST_ATTEMPTS = 8;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final HubUnderTest hub;
  private final Carrier carrier;
  private final byte[] document;
  private final String mediaType;
  private final String key;
  private final Map<String, List<DecisionStatus>> decided = new LinkedHashMap<>();
  private final Set<String> refused = new LinkedHashSet<>();
  private Reading last;
  private int attempts;

  Delivery(HubUnderTest hub, Carrier carrier, byte[] document, String mediaType, String key) {
    this.hub = hub;
    this.carrier = carrier;
    this.document = document;
    this.mediaType = mediaType;
    this.key = key;
  }

  /** Statuses by item, in the order in which they came. */
  Map<String, List<DecisionStatus>> decided() {
    return decided;
  }

  /** Items that the hub refused by name. */
  Set<String> refused() {
    return refused;
  }

  /** Meaning of the last answer. */
  Reading last() {
    return last;
  }

  int attempts() {
    return attempts;
  }

  /** Submits until the hub takes or refuses it, always under the same key. */
  void submit() throws IOException, InterruptedException, ConnectorException {
    do {
      if (attempts > 0) {
        Thread.sleep(pause(last));
      }
      attempts++;
      last = attempt();
    } while (last instanceof Reading.TryAgain && attempts < MOST_ATTEMPTS);
  }

  private Reading attempt() throws IOException, InterruptedException, ConnectorException {
    var reading = carrier.submit(document, mediaType, key);
    take(reading);
    return reading;
  }

  private Duration pause(Reading reading) {
    var wanted = reading instanceof Reading.TryAgain again ? again.after() : null;
    if (wanted == null || wanted.compareTo(hub.pause()) < 0) {
      return hub.pause();
    }
    return wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted;
  }

  /** Asks and listens until it is enough or patience ends; true when it is enough. */
  boolean await(List<String> itemIds, BooleanSupplier enough)
      throws IOException, InterruptedException, ConnectorException {
    long end = System.nanoTime() + hub.patience().toNanos();
    while (!enough.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      listen();
      if (last instanceof Reading.Submitted submitted && !enough.getAsBoolean()) {
        ask(submitted.protocol(), itemIds);
      }
    }
    return true;
  }

  private void listen() throws InterruptedException, IOException, ConnectorException {
    var told = carrier.told(hub.pause());
    if (told.isPresent()) {
      read(told.get());
    }
  }

  private void ask(String protocol, List<String> itemIds)
      throws IOException, InterruptedException, ConnectorException {
    take(carrier.ask(protocol, itemIds));
  }

  private void take(Reading reading) throws IOException {
    switch (reading) {
      case Reading.Answered answered -> {
        refuse(answered.items());
        if (answered.document() != null && answered.document().length > 0) {
          read(answered.document());
        }
      }
      case Reading.Refused refusal -> refuse(refusal.items());
      default -> {
        // nothing of single items
      }
    }
  }

  private void refuse(List<ItemAnswer> items) {
    items.stream().filter(item -> !item.accepted()).map(ItemAnswer::itemId).forEach(refused::add);
  }

  private void read(byte[] answer) throws IOException {
    var decoder = hub.codecs().decoder(hub.party().format().answerCodec()).orElseThrow();
    var context =
        new DecodeContext(
            PartyView.of(hub.party()), PartyAddress.GATEWAY.urn(), Instant.now(), key);
    decoder.decode(
        new ByteArrayInputStream(answer),
        context,
        new Decoder.Sink() {
          @Override
          public void item(Decoded item) {
            if (item.message() != null && item.message().data() instanceof CustomsDecision made) {
              add(made);
            }
          }

          @Override
          public void end(DocumentEnd end) {
            // a document that cannot be read decides nothing, which the case then tells
          }
        });
  }

  private void add(CustomsDecision made) {
    var known = decided.computeIfAbsent(made.businessKey(), any -> new ArrayList<>());
    if (known.isEmpty() || known.getLast() != made.status()) {
      known.add(made.status());
    }
  }
}
