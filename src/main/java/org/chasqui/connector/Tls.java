package org.chasqui.connector;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.chasqui.profile.Transport;

/**
 * TLS with one party: whom we trust, and the key that we prove ourselves with. Without {@code
 * trust} the anchors of the JDK count; with it only those it names. Host names are always checked.
 */
final class Tls {
  private final String trust;
  private final Secrets secrets;
  private KeyReference key;
  private SSLContext context;
  private HttpClient client;

  Tls(Transport transport, Secrets secrets) {
    this.trust = transport.settings().get("trust");
    this.secrets = secrets;
  }

  /** The key of the authentication, told once it is made. */
  synchronized void key(Optional<KeyReference> reference) {
    key = reference.orElse(null);
  }

  /** True when the party has TLS settings of its own. */
  synchronized boolean isOwn() {
    return trust != null || key != null;
  }

  /**
   * The context; made when first used, so that a missing secret is told by the call that needs it.
   */
  synchronized SSLContext context() throws ConnectorException {
    if (context == null) {
      context = make();
    }
    return context;
  }

  /** The client for logins; one for all parties without settings of their own. */
  synchronized HttpClient client() throws ConnectorException {
    if (client == null) {
      client = isOwn() ? builder().sslContext(context()).build() : Shared.CLIENT;
    }
    return client;
  }

  private SSLContext make() throws ConnectorException {
    var managers = key == null ? null : keys(key.get());
    try {
      var made = SSLContext.getInstance("TLS");
      made.init(managers, trust == null ? null : anchors(), null);
      return made;
    } catch (GeneralSecurityException | IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.SETTINGS,
          "TLS cannot be set up: trust must refer to certificates");
    }
  }

  private static KeyManager[] keys(KeyMaterial material) throws ConnectorException {
    try {
      var store = emptyStore();
      var chain = material.chain().toArray(Certificate[]::new);
      store.setKeyEntry("key", material.key(), new char[0], chain);
      var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, new char[0]);
      return factory.getKeyManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.SETTINGS, "TLS cannot be set up: the key cannot be used");
    }
  }

  private TrustManager[] anchors()
      throws GeneralSecurityException, IOException, ConnectorException {
    var store = emptyStore();
    for (var anchor : KeyMaterial.certificates(secrets.content(trust))) {
      store.setCertificateEntry("anchor-" + store.size(), anchor);
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10));
  }

  /** Made when first used: a gateway whose hubs need no login has none. */
  private static final class Shared {
    static final HttpClient CLIENT = builder().build();
  }
}
