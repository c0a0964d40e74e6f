package org.chasqui.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys that the sandbox makes: RSA of 2048 bits, with certificates signed by themselves. */
public final class HubKeys {
  private static final String ALIAS = "key";
  private static final int BITS = 2048;
  private static final Duration VALID = Duration.ofDays(30);

  private HubKeys() {}

  /**
   * A new key as PKCS#12 in Base64, as a variable can hold it.
   *
   * @param name common name of its certificate
   */
  public static String pkcs12(String name, String password) {
    return pkcs12(name, password, Instant.now().plus(VALID), false);
  }

  /** The same for a server on this machine, with its names. */
  public static String ofServer(String name, String password) {
    return pkcs12(name, password, Instant.now().plus(VALID), true);
  }

  /**
   * The same with a certificate that ends at a time of its own.
   *
   * @param local whether it names this machine
   */
  public static String pkcs12(String name, String password, Instant until, boolean local) {
    try {
      var pair = pair();
      var certificate = certificate(name, pair, until, local);
      return write(store(pair.getPrivate(), certificate, password), password);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK makes RSA keys", e);
    }
  }

  /** A new key of a user of an SFTP server, as OpenSSH writes it. */
  public static String openSsh() {
    return SftpStation.userKey();
  }

  /** The certificate in a PKCS#12 in Base64. */
  public static X509Certificate certificate(String pkcs12, String password) {
    try {
      return (X509Certificate) read(pkcs12, password).getCertificate(ALIAS);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no key that the sandbox made", e);
    }
  }

  /** The private key in it. */
  public static PrivateKey privateKey(String pkcs12, String password) {
    try {
      return (PrivateKey) read(pkcs12, password).getKey(ALIAS, password.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no key that the sandbox made", e);
    }
  }

  /**
   * TLS of a server with a key; who calls must have the key of a certificate.
   *
   * @param client the certificate that is wanted of who calls, or null when none is
   */
  static SSLContext tls(String pkcs12, String password, X509Certificate client) {
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(read(pkcs12, password), password.toCharArray());
      var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      var anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      anchors.setCertificateEntry(
          ALIAS, client == null ? read(pkcs12, password).getCertificate(ALIAS) : client);
      trusted.init(anchors);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the sandbox made these keys", e);
    }
  }

  private static KeyPair pair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(BITS);
    return generator.generateKeyPair();
  }

  private static X509Certificate certificate(
      String name, KeyPair pair, Instant until, boolean local) throws GeneralSecurityException {
    var owner = new X500Principal("CN=" + name + ", O=Chasqui sandbox");
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              owner,
              BigInteger.valueOf(System.nanoTime()),
              Date.from(until.minus(VALID).minus(VALID)),
              Date.from(until),
              owner,
              pair.getPublic());
      if (local) {
        builder.addExtension(Extension.subjectAlternativeName, false, thisMachine());
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    } catch (OperatorCreationException | IOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static GeneralNames thisMachine() {
    return new GeneralNames(
        new GeneralName[] {
          new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
          new GeneralName(GeneralName.dNSName, "localhost")
        });
  }

  private static KeyStore store(PrivateKey key, X509Certificate certificate, String password)
      throws GeneralSecurityException {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(ALIAS, key, password.toCharArray(), new Certificate[] {certificate});
      return store;
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static String write(KeyStore store, String password) throws GeneralSecurityException {
    var bytes = new ByteArrayOutputStream();
    try {
      store.store(bytes, password.toCharArray());
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static KeyStore read(String pkcs12, String password) throws GeneralSecurityException {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(
          new ByteArrayInputStream(Base64.getDecoder().decode(pkcs12)), password.toCharArray());
      return store;
    } catch (IOException | IllegalArgumentException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
