package org.chasqui.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.HttpAnswer;
import org.chasqui.connector.HttpCall;
import org.chasqui.connector.ItemAnswer;
import org.chasqui.connector.PartyView;
import org.chasqui.connector.Reading;
import org.chasqui.connector.Secrets;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.Profile;

/** Delivers to one hub the way the gateway does, in one thread and without a ledger. */
final class Courier {
  private static final Instant AT = Instant.parse("2026-11-03T12:00:00Z");

  private static final Duration GIVE_UP = Duration.ofSeconds(40);

  private final Profile profile;
  private final ProfileView view;
  private final Connector connector;
  private final HttpClient http;
  private final Map<String, List<DecisionStatus>> decided = new TreeMap<>();
  private final Map<String, List<Problem>> refused = new TreeMap<>();
  private final List<String> retries = new ArrayList<>();
  private final Instant deadline = Instant.now().plus(GIVE_UP);
  private int delivered;

  Courier(Profile profile, Map<String, String> environment) {
    this.profile = profile;
    this.view = PartyView.of(profile);
    this.connector = Connector.of(profile, new Secrets(environment));
    this.http = http(connector);
  }

  private static HttpClient http(Connector connector) {
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    try {
      connector.tls().ifPresent(http::sslContext);
    } catch (ConnectorException e) {
      throw new IllegalArgumentException(e);
    }
    return http.build();
  }

  /** Decisions by item, in the order in which they were read. */
  Map<String, List<DecisionStatus>> decided() {
    return decided;
  }

  /** Problems of items that the hub refused. */
  Map<String, List<Problem>> refused() {
    return refused;
  }

  /** Why calls were repeated. */
  List<String> retries() {
    return retries;
  }

  /** All decisions come, each once. */
  boolean isPushedTo() {
    return "push".equals(profile.response().strategy());
  }

  /** A list names each decision once, and a declaration that comes back holds one. */
  boolean readsOnce() {
    return "list-poll".equals(profile.response().strategy())
        || "atena-declaration".equals(profile.format().answerCodec())
        || "din-response".equals(profile.format().answerCodec());
  }

  /** Sends the messages in as many documents as the format needs, and polls where it must. */
  void deliver(List<RegionalMessage> messages) throws Exception {
    var encoder = Region.CODECS.encoder(profile.format().codec()).orElseThrow();
    int most = encoder.batchLimit();
    var byKey = new LinkedHashMap<String, List<RegionalMessage>>();
    for (var message : messages) {
      byKey.computeIfAbsent(encoder.batchKey(message, view), key -> new ArrayList<>()).add(message);
    }
    for (var batch : byKey.values()) {
      for (int i = 0; i < batch.size(); i += most) {
        document(batch.subList(i, Math.min(batch.size(), i + most)));
      }
    }
  }

  private void document(List<RegionalMessage> messages) throws Exception {
    var left = new LinkedHashMap<String, RegionalMessage>();
    messages.forEach(message -> left.put(message.data().businessKey(), message));
    var key = UUID.randomUUID().toString();
    while (!left.isEmpty()) {
      var reading = submit(List.copyOf(left.values()), key + left.size());
      switch (reading) {
        case Reading.TryAgain again -> pause(again);
        case Reading.Refused whole -> {
          if (whole.items().isEmpty()) {
            throw new AssertionError("refused as a whole: " + whole.problems());
          }
          whole.items().forEach(item -> refuse(item, left));
        }
        case Reading.Answered answered -> {
          answered.items().forEach(item -> refuse(item, left));
          read(answered.document());
          return;
        }
        case Reading.AwaitPush push -> {
          return;
        }
        case Reading.Submitted submitted -> {
          poll(submitted.protocol(), left);
          return;
        }
        case Reading.StillWaiting waiting -> throw new AssertionError("waiting for a submission");
      }
    }
  }

  private void refuse(ItemAnswer item, Map<String, RegionalMessage> left) {
    refused.put(item.itemId(), item.problems());
    left.remove(item.itemId());
  }

  private void poll(String submitted, Map<String, RegionalMessage> left) throws Exception {
    var protocol = submitted;
    while (!left.isEmpty()) {
      checkTime();
      Reading reading;
      try {
        reading =
            connector.readPoll(
                protocol, call(connector.poll(protocol, List.copyOf(left.keySet()))));
      } catch (ConnectorException e) {
        reading = new Reading.TryAgain(e.getMessage(), e.after());
      }
      switch (reading) {
        case Reading.Answered answered -> {
          answered.items().forEach(item -> refuse(item, left));
          read(answered.document());
          protocol = answered.protocol() == null ? protocol : answered.protocol();
          left.keySet().removeIf(this::isFinal);
        }
        case Reading.TryAgain again -> pause(again);
        case Reading.Submitted asked -> protocol = asked.protocol();
        case Reading.StillWaiting waiting -> Thread.sleep(20);
        default -> throw new AssertionError("not an answer to a poll: " + reading);
      }
    }
  }

  private boolean isFinal(String itemId) {
    var statuses = decided.getOrDefault(itemId, List.of());
    return statuses.contains(DecisionStatus.RELEASED) || statuses.contains(DecisionStatus.REFUSED);
  }

  private Reading submit(List<RegionalMessage> messages, String key) throws Exception {
    checkTime();
    var encoder = Region.CODECS.encoder(profile.format().codec()).orElseThrow();
    var reference = "REF" + ++delivered;
    var encoded = encoder.encode(messages, new EncodeContext(view, AT, reference));
    for (var carriage : encoded.carriages()) {
      if (!carriage.carried()) {
        throw new AssertionError("not carried: " + carriage.problems());
      }
    }
    try {
      return connector.readSubmission(
          call(connector.submission(encoded.document(), encoded.mediaType(), reference, key)));
    } catch (ConnectorException e) {
      return new Reading.TryAgain(e.getMessage(), e.after());
    }
  }

  private HttpAnswer call(HttpCall call) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(call.uri())
            .timeout(call.timeout())
            .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::setHeader);
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new HttpAnswer(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (IOException e) {
      connector.unanswered();
      throw e;
    }
  }

  private void pause(Reading.TryAgain again) throws InterruptedException {
    retries.add(again.reason());
    // the hubs run faster than the seconds of Retry-After can say
    Thread.sleep(again.after() == null ? 10 : Math.min(50, again.after().toMillis()));
  }

  private void checkTime() {
    if (Instant.now().isAfter(deadline)) {
      throw new AssertionError("no end: decided " + decided + ", retries " + retries);
    }
  }

  /** Reads decisions as the gateway would. */
  void read(byte[] document) throws IOException {
    var decoder = Region.CODECS.decoder(profile.format().answerCodec()).orElseThrow();
    var context =
        new DecodeContext(view, PartyAddress.GATEWAY.urn(), Instant.EPOCH, "test/" + delivered);
    decoder.decode(
        new ByteArrayInputStream(document),
        context,
        new Decoder.Sink() {
          @Override
          public void item(Decoded part) {
            take(part);
          }

          @Override
          public void end(DocumentEnd end) {
            if (end.problems().stream().anyMatch(Problem::isError)) {
              throw new AssertionError("document not readable: " + end.problems());
            }
          }
        });
  }

  private void take(Decoded part) {
    if (part.message() == null) {
      refused.put(part.businessKey(), part.problems());
      return;
    }
    var decision = (CustomsDecision) part.message().data();
    decided
        .computeIfAbsent(decision.declaration().itemId(), any -> new ArrayList<>())
        .add(decision.status());
  }
}
