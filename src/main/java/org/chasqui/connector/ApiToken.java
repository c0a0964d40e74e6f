package org.chasqui.connector;

import java.util.Map;

/** A fixed token in a header: {@code Authorization: Bearer} unless the profile names another. */
final class ApiToken implements AuthenticationModule {
  private static final String AUTHORIZATION = "Authorization";

  private final String header;
  private final String token;
  private final Secrets secrets;

  ApiToken(Settings settings, Secrets secrets) {
    this.header = settings.get("header", AUTHORIZATION);
    this.token = settings.required("token");
    this.secrets = secrets;
  }

  @Override
  public void authorise(Map<String, String> headers) throws ConnectorException {
    var secret = secrets.resolve(token);
    headers.put(header, AUTHORIZATION.equalsIgnoreCase(header) ? "Bearer " + secret : secret);
  }
}
