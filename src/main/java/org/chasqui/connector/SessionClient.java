package org.chasqui.connector;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * Makes the connector's own calls in the session of the party. Each has its turn in it, and gives
 * it up when no answer comes; a login that fails has none to give up.
 */
final class SessionClient {
  private final AuthenticationModule authentication;
  private final LoginClient client;

  SessionClient(AuthenticationModule authentication, LoginClient client) {
    this.authentication = authentication;
    this.client = client;
  }

  /** A call that is authorised. */
  private interface Call {
    HttpAnswer make() throws IOException, ConnectorException;
  }

  HttpAnswer get(String path, Map<String, String> headers) throws IOException, ConnectorException {
    return answer(headers, () -> client.get(path, headers));
  }

  HttpAnswer post(String path, Map<String, String> headers, byte[] body, Duration within)
      throws IOException, ConnectorException {
    return answer(headers, () -> client.post(path, headers, body, within));
  }

  private HttpAnswer answer(Map<String, String> headers, Call call)
      throws IOException, ConnectorException {
    authentication.authorise(headers);
    try {
      var answer = call.make();
      authentication.observe(answer);
      return answer;
    } catch (IOException | ConnectorException unanswered) {
      authentication.unanswered();
      throw unanswered;
    }
  }
}
