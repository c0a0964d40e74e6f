package org.chasqui.connector;

import static org.chasqui.connector.ConnectorException.Kind.SETTINGS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;

/**
 * A ticket as it is kept: enciphered for the key that asks for tickets (CMS EnvelopedData, RFC 5652
 * §6, AES-256), so that who reads it can do nothing that the key could not do anyway.
 *
 * @param endsAt by our own clock
 */
record SealedTicket(String token, String sign, Instant endsAt) {
  private static final String PART = "\n";

  String seal(KeyMaterial material) throws ConnectorException {
    var text = String.join(PART, endsAt.toString(), token, sign).getBytes(StandardCharsets.UTF_8);
    try {
      var generator = new CMSEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(
          new JceKeyTransRecipientInfoGenerator(material.certificate()));
      var sealed =
          generator.generate(
              new CMSProcessableByteArray(text),
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build());
      return Base64.getEncoder().encodeToString(sealed.getEncoded());
    } catch (CMSException | GeneralSecurityException | IOException e) {
      throw new ConnectorException(
          SETTINGS, "the login ticket could not be enciphered: " + e.getClass().getSimpleName());
    }
  }

  /** Empty when it was kept for another key, or is damaged. */
  static Optional<SealedTicket> open(String kept, KeyMaterial material) {
    try {
      var recipients = new CMSEnvelopedData(Base64.getDecoder().decode(kept)).getRecipientInfos();
      var text =
          recipients
              .getRecipients()
              .iterator()
              .next()
              .getContent(new JceKeyTransEnvelopedRecipient(material.key()));
      var parts = new String(text, StandardCharsets.UTF_8).split(PART, 3);
      return Optional.of(new SealedTicket(parts[1], parts[2], Instant.parse(parts[0])));
    } catch (CMSException | RuntimeException otherKey) {
      return Optional.empty();
    }
  }

  /** Hides the values. */
  @Override
  public String toString() {
    return "ticket until " + endsAt;
  }
}
