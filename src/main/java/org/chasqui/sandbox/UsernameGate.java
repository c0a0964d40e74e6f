package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.w3c.dom.Element;

/**
 * Lets in who brings the UsernameToken of the profile (Username Token Profile 1.1.1 §3): in digest
 * form the password, nonce and time are hashed anew, the time must be near, the nonce new.
 */
final class UsernameGate implements HubGate {
  private static final Duration NEAR = Duration.ofMinutes(5);

  private final Map<String, String> settings;
  private final Set<String> nonces = ConcurrentHashMap.newKeySet();

  UsernameGate(Map<String, String> settings) {
    this.settings = settings;
  }

  @Override
  public Optional<HubAnswer> refuse(HubRequest request) {
    boolean known =
        HubXml.read(request.body())
            .map(envelope -> envelope.getDocumentElement())
            .map(root -> HubXml.at(root, List.of("Header", "Security", "UsernameToken")))
            .filter(this::isKnown)
            .isPresent();
    return known ? Optional.empty() : Optional.of(HubGate.unauthorized());
  }

  private boolean isKnown(Element token) {
    var name = HubXml.child(token, "Username");
    var password = HubXml.child(token, "Password");
    if (name == null || password == null || !settings.get("user").equals(name.getTextContent())) {
      return false;
    }
    boolean digest = "digest".equals(settings.getOrDefault("passwordType", "text"));
    return password.getAttribute("Type").endsWith(digest ? "#PasswordDigest" : "#PasswordText")
        && (digest
            ? provesKnowledge(token, password.getTextContent())
            : settings.get("password").equals(password.getTextContent()));
  }

  private boolean provesKnowledge(Element token, String given) {
    var nonce = HubXml.child(token, "Nonce");
    var created = HubXml.child(token, "Created");
    if (nonce == null || created == null || !isNear(created.getTextContent())) {
      return false;
    }
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(Base64.getDecoder().decode(nonce.getTextContent()));
      sha1.update(created.getTextContent().getBytes(StandardCharsets.UTF_8));
      sha1.update(settings.get("password").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha1.digest()).equals(given)
          && nonces.add(nonce.getTextContent());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isNear(String created) {
    try {
      return Duration.between(Instant.parse(created), Instant.now()).abs().compareTo(NEAR) < 0;
    } catch (DateTimeException unreadable) {
      return false;
    }
  }
}
