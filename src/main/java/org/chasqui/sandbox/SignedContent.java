package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * CMS SignedData (RFC 5652 §5) with one signer, RSA and SHA-256: read by a DER walk of our own, so
 * that it does not share a line with what signs. Content and certificate must stand in it.
 */
final class SignedContent {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int OCTETS = 0x04;
  private static final int TAGGED_0 = 0xA0;
  private static final byte[] MESSAGE_DIGEST = {
    0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x09, 0x04
  };

  private SignedContent() {}

  /** The content, when the key of a certificate has signed it as it stands. */
  static Optional<String> read(byte[] cms, X509Certificate signer) {
    try {
      var signedData = only(only(new Der(cms, 0), SEQUENCE).get(1), TAGGED_0).getFirst().parts();
      var content = only(signedData.get(2).parts().get(1), TAGGED_0).getFirst().value();
      boolean known =
          contains(signedData.get(3).value(), signer.getEncoded())
              && signed(signedData.getLast().parts().getFirst().parts(), content, signer);
      return known ? Optional.of(new String(content, StandardCharsets.UTF_8)) : Optional.empty();
    } catch (GeneralSecurityException | RuntimeException otherForm) {
      return Optional.empty();
    }
  }

  /** Signed attributes must hold the digest of the content, and bear the signature (§5.4). */
  private static boolean signed(List<Der> signerInfo, byte[] content, X509Certificate signer)
      throws GeneralSecurityException {
    var attributes =
        signerInfo.stream().filter(part -> part.tag() == TAGGED_0).findFirst().orElseThrow();
    var digest = MessageDigest.getInstance("SHA-256").digest(content);
    boolean ofContent =
        attributes.parts().stream()
            .filter(
                attribute -> Arrays.equals(attribute.parts().getFirst().whole(), MESSAGE_DIGEST))
            .map(attribute -> attribute.parts().get(1).parts().getFirst().value())
            .anyMatch(value -> MessageDigest.isEqual(value, digest));
    var toVerify = attributes.whole();
    toVerify[0] = SET;
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(signer.getPublicKey());
    signature.update(toVerify);
    var bytes =
        signerInfo.stream().filter(part -> part.tag() == OCTETS).findFirst().orElseThrow().value();
    return ofContent && signature.verify(bytes);
  }

  private static List<Der> only(Der der, int tag) {
    if (der.tag() != tag) {
      throw new IllegalArgumentException("tag " + der.tag());
    }
    return der.parts();
  }

  private static boolean contains(byte[] all, byte[] part) {
    for (int i = 0; i + part.length <= all.length; i++) {
      if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  /** One tag, length and value (X.690 §8.1) with definite length. */
  private record Der(byte[] bytes, int at) {
    int tag() {
      return bytes[at] & 0xFF;
    }

    private int start() {
      int first = bytes[at + 1] & 0xFF;
      return at + 2 + (first < 0x80 ? 0 : first & 0x7F);
    }

    private int end() {
      int first = bytes[at + 1] & 0xFF;
      int length = first;
      if (first >= 0x80) {
        length = 0;
        for (int i = at + 2; i < start(); i++) {
          length = length << 8 | bytes[i] & 0xFF;
        }
      }
      return start() + length;
    }

    byte[] value() {
      return Arrays.copyOfRange(bytes, start(), end());
    }

    byte[] whole() {
      return Arrays.copyOfRange(bytes, at, end());
    }

    List<Der> parts() {
      var parts = new ArrayList<Der>();
      for (int i = start(); i < end(); i = parts.getLast().end()) {
        parts.add(new Der(bytes, i));
      }
      return parts;
    }
  }
}
