package org.chasqui.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The digest that an {@code interpreted} event vouches with: ids and digests of its messages and of
 * their assessments.
 */
final class MessagesDigest {
  private static final byte[] NONE = new byte[32];
  private final MessageDigest digest = Digests.sha256();

  /**
   * @param json SHA-256 of the canonical JSON, or null when there is none
   * @param assessment null when there is none, which then leaves no trace
   */
  void add(long id, byte[] json, String assessment) {
    Digests.add(digest, id);
    digest.update(json == null ? NONE : json);
    if (assessment != null) {
      digest.update(Digests.of(assessment.getBytes(StandardCharsets.UTF_8)));
    }
  }

  String hex() {
    return Digests.hex(digest.digest());
  }
}
