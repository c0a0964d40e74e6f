package org.chasqui.sandbox;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Gives out bearer tokens for client credentials or a password, and lets in who brings one. */
final class OAuthGate implements HubGate {
  private static final int LIFE_SECONDS = 300;

  private final boolean password;
  private final Map<String, String> settings;
  private final String issuer;
  private final String tokenPath;
  private final Map<String, Long> tokens = new ConcurrentHashMap<>();

  OAuthGate(String module, Map<String, String> settings) {
    this.password = "oauth2-password".equals(module);
    this.settings = settings;
    this.issuer = settings.get("issuer");
    this.tokenPath =
        URI.create(settings.getOrDefault("tokenPath", issuer + "/protocol/token")).getPath();
  }

  @Override
  public Optional<HubAnswer> login(HubRequest request) {
    if (issuer != null && request.path().equals(issuer + "/.well-known/openid-configuration")) {
      return Optional.of(HubAnswer.json(200, "{\"token_endpoint\":\"" + tokenPath + "\"}"));
    }
    if (!tokenPath.equals(request.path())) {
      return Optional.empty();
    }
    var form = request.form();
    boolean known = password ? knowsUser(form) : knowsClient(request, form);
    return Optional.of(known ? token() : HubAnswer.json(401, "{\"error\":\"invalid_client\"}"));
  }

  private boolean knowsUser(Map<String, String> form) {
    return "password".equals(form.get("grant_type"))
        && settings.get("clientId").equals(form.get("client_id"))
        && settings.get("user").equals(form.get("username"))
        && settings.get("password").equals(form.get("password"));
  }

  private boolean knowsClient(HubRequest request, Map<String, String> form) {
    var expected =
        HubGate.basic(encode(settings.get("clientId")), encode(settings.get("clientSecret")));
    return "client_credentials".equals(form.get("grant_type"))
        && expected.equals(request.header("Authorization"));
  }

  private HubAnswer token() {
    long now = System.currentTimeMillis();
    tokens.values().removeIf(end -> end < now);
    var token = UUID.randomUUID().toString();
    tokens.put(token, now + LIFE_SECONDS * 1000L);
    return HubAnswer.json(
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
            .formatted(token, LIFE_SECONDS));
  }

  @Override
  public Optional<HubAnswer> refuse(HubRequest request) {
    var header = request.header("Authorization");
    var end =
        header != null && header.startsWith("Bearer ") ? tokens.get(header.substring(7)) : null;
    return end != null && end > System.currentTimeMillis()
        ? Optional.empty()
        : Optional.of(HubGate.unauthorized());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
