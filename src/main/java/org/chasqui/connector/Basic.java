package org.chasqui.connector;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** HTTP Basic (RFC 7617), UTF-8. */
final class Basic implements AuthenticationModule {
  private final String user;
  private final String password;
  private final Secrets secrets;

  Basic(Settings settings, Secrets secrets) {
    this.user = settings.required("user");
    this.password = settings.required("password");
    this.secrets = secrets;
  }

  @Override
  public void authorise(Map<String, String> headers) throws ConnectorException {
    headers.put("Authorization", header(secrets.resolve(user), secrets.resolve(password)));
  }

  static String header(String user, String password) {
    var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
