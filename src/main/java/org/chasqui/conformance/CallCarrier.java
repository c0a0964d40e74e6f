package org.chasqui.conformance;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.HttpCall;
import org.chasqui.connector.Reading;

/** Calls a hub over HTTP, in SOAP where its profile says so; it may push to our door. */
final class CallCarrier implements Carrier {
  private static final String REFERENCE = "CONFORMANCE";

  private final HubUnderTest hub;
  private final Connector connector;
  private final Wire wire;

  CallCarrier(HubUnderTest hub, Connector connector, Wire wire) {
    this.hub = hub;
    this.connector = connector;
    this.wire = wire;
  }

  @Override
  public Reading submit(byte[] document, String mediaType, String key)
      throws IOException, InterruptedException, ConnectorException {
    var call = connector.submission(document, mediaType, REFERENCE, key);
    try {
      var answer = wire.call(connector, call);
      var reading = connector.readSubmission(answer);
      wire.keep(call, answer, Carrier.meaning(reading));
      return reading;
    } catch (IOException e) {
      return new Reading.TryAgain("no answer: " + e.getClass().getSimpleName(), null);
    }
  }

  @Override
  public Reading ask(String protocol, List<String> itemIds)
      throws IOException, InterruptedException, ConnectorException {
    HttpCall call = connector.poll(protocol, itemIds);
    var answer = wire.call(connector, call);
    var reading = connector.readPoll(protocol, answer);
    wire.keep(call, answer, Carrier.meaning(reading));
    return reading;
  }

  @Override
  public Optional<byte[]> told(Duration within) throws InterruptedException {
    return Optional.ofNullable(hub.door().pushed().poll(within.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public boolean answers() {
    return true;
  }

  @Override
  public Outcome stranger(byte[] document, String mediaType)
      throws IOException, InterruptedException {
    try {
      var call = connector.submission(document, mediaType, REFERENCE, "stranger");
      var answer = wire.call(connector, call);
      wire.keep(call, answer, "with a wrong secret");
      return connector.refusesProof(answer)
          ? Outcome.passed("status " + answer.status())
          : Outcome.failed("let in: status " + answer.status());
    } catch (ConnectorException unsent) {
      return unsent.kind() == ConnectorException.Kind.LOGIN
          ? Outcome.passed("the login was refused")
          : Outcome.failed(unsent.getMessage());
    } catch (IOException cut) {
      if (hub.party().authentication().modules().contains("mutual-tls")) {
        return Outcome.passed("the connection was cut");
      }
      throw cut;
    }
  }
}
