package org.chasqui.flow;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.apache.camel.Exchange;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.console.ProblemDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What happens when a route fails: an attempt at a delivery is recorded and comes again; a call at
 * the door is answered without inside knowledge; the rest is logged and found again by the sweeper.
 */
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Delivery delivery;
  private final Function<String, Connector> connectors;

  Failures(Delivery delivery, Function<String, Connector> connectors) {
    this.delivery = delivery;
    this.connectors = connectors;
  }

  /** Called by the route configuration with the exception in the exchange. */
  public void handle(Exchange exchange) {
    var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    var attempt = Delivery.attempt(exchange);
    if (attempt != null) {
      LOG.atInfo()
          .addKeyValue("delivery", attempt.claim().id())
          .addKeyValue("party", attempt.profile().id())
          .log("attempt {} failed: {}", attempt.claim().attempt(), reason(failure));
      // only who has the turn may give it up: others may be calling meanwhile
      if (attempt.called()) {
        attempt.connector(connectors).unanswered();
      }
      delivery.failed(exchange, failure);
      return;
    }
    if (isFile(exchange)) {
      LOG.atLevel(failure instanceof BusyException ? Level.INFO : Level.ERROR)
          .setCause(failure instanceof BusyException ? null : failure)
          .log("a file waits in the folder: {}", reason(failure));
      return;
    }
    if (exchange.getMessage().getHeader(Exchange.HTTP_METHOD) != null) {
      answer(exchange, failure);
      return;
    }
    LOG.error("route {} failed", exchange.getFromRouteId(), failure);
  }

  /** True for a file of the folder door: it stays until the ledger has it. */
  public boolean isFile(Exchange exchange) {
    return exchange.getProperty(FolderDoor.FILE) != null;
  }

  private static void answer(Exchange exchange, Exception failure) {
    var message = exchange.getMessage();
    message.removeHeaders("*");
    int status = 500;
    if (failure instanceof BusyException busy) {
      status = 503;
      message.setHeader("Retry-After", Integer.toString(busy.retryAfterSeconds()));
    } else {
      LOG.error("route {} failed", exchange.getFromRouteId(), failure);
    }
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    message.setHeader(Exchange.CONTENT_TYPE, "application/problem+json");
    message.setBody(
        ProblemDetails.of(status, status == 503 ? failure.getMessage() : "the gateway failed"));
  }

  /** A short reason without addresses or payload. */
  static String reason(Throwable failure) {
    return switch (failure) {
      case ConnectException ignored -> "connection refused";
      case SocketTimeoutException ignored -> "no answer in time";
      case EOFException ignored -> "connection closed";
      case ConnectorException told -> told.getMessage();
      case SSLException ignored -> "no TLS connection: certificate or key not accepted";
      case BusyException busy -> busy.getMessage();
      case null -> "unknown";
      default ->
          told(failure).isPresent()
              ? told(failure).get().getMessage()
              : KIND.getOrDefault(
                  failure.getClass().getSimpleName(), failure.getClass().getSimpleName());
    };
  }

  /** What the connector told, wherever it stands among the causes. */
  static Optional<ConnectorException> told(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectorException told) {
        return Optional.of(told);
      }
    }
    return Optional.empty();
  }

  private static final Map<String, String> KIND =
      Map.of(
          "HttpHostConnectException", "connection refused",
          "ConnectTimeoutException", "no connection in time",
          "NoHttpResponseException", "connection closed without an answer",
          "ConnectionClosedException", "connection closed",
          "GenericFileOperationFailedException",
              "no connection, host key not known, login refused, or file not written");
}
