package org.chasqui.ledger;

import java.security.MessageDigest;

/** The digest that an {@code interpreted} event vouches with: ids and digests of its messages. */
final class MessagesDigest {
  private static final byte[] NONE = new byte[32];
  private final MessageDigest digest = Digests.sha256();

  /**
   * @param json SHA-256 of the canonical JSON, or null when there is none
   */
  void add(long id, byte[] json) {
    Digests.add(digest, id);
    digest.update(json == null ? NONE : json);
  }

  String hex() {
    return Digests.hex(digest.digest());
  }
}
