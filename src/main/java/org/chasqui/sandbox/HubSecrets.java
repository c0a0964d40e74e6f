package org.chasqui.sandbox;

import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.profile.Authentication;

/**
 * The secrets of all hubs: each that a profile refers to by a variable is made up once, keys are
 * made with their certificates, and the gateway gets them by the same names.
 */
final class HubSecrets {
  private static final String ENV = "env:";
  private static final Set<String> MADE = Set.of("key", "certificate");

  private final Map<String, String> given;
  private final Map<String, String> made;

  /**
   * @param given variables that are set already
   * @param made is filled with what the gateway must be given
   */
  HubSecrets(Map<String, String> given, Map<String, String> made) {
    this.given = given;
    this.made = made;
  }

  /** The settings of a module with its secrets in place of their references. */
  Map<String, String> settings(String party, Authentication module) {
    var settings = new LinkedHashMap<String, String>();
    module.settings().forEach((name, value) -> settings.put(name, value));
    settings.replaceAll((name, value) -> MADE.contains(name) ? value : secret(value));
    settings.computeIfPresent("certificate", (name, value) -> server(party, value, ""));
    settings.computeIfPresent(
        "key",
        (name, value) ->
            module.module().equals("ssh")
                ? known(value, SftpStation::userKey)
                : key(value, party, settings.getOrDefault("keyPassword", "")));
    return settings;
  }

  /** A key of the hub's own, whose certificate the gateway is told to trust. */
  String server(String party, String trust, String password) {
    var pkcs12 = HubKeys.ofServer(party + " hub", password);
    if (trust != null && trust.startsWith(ENV)) {
      made.put(trust.substring(ENV.length()), base64(HubKeys.certificate(pkcs12, password)));
    }
    return pkcs12;
  }

  /** A text that the gateway is told by the name that the profile uses. */
  void told(String reference, String text) {
    if (reference.startsWith(ENV)) {
      made.put(reference.substring(ENV.length()), text);
    }
  }

  private static String base64(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException("what was made can be encoded", e);
    }
  }

  private String key(String value, String party, String password) {
    return known(value, () -> HubKeys.pkcs12("gateway at " + party, password));
  }

  private String secret(String value) {
    return known(value, () -> UUID.randomUUID().toString());
  }

  private String known(String value, java.util.function.Supplier<String> maker) {
    if (!value.startsWith(ENV)) {
      return value;
    }
    return made.computeIfAbsent(
        value.substring(ENV.length()),
        name -> given.containsKey(name) ? given.get(name) : maker.get());
  }
}
