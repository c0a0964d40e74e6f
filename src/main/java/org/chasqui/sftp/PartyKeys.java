package org.chasqui.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a party in by one of the public keys in the file that is named after it. The file is read at
 * each login, so that a key is given and taken while the gateway runs. A line with options is not
 * taken: they would promise what is not kept.
 */
final class PartyKeys implements PublickeyAuthenticator {
  private static final Logger LOG = LoggerFactory.getLogger(PartyKeys.class);
  private static final Pattern PARTY = Pattern.compile("[a-z0-9-]{2,20}");

  private final Path folder;
  private final Predicate<String> parties;

  PartyKeys(Path folder, Predicate<String> parties) {
    this.folder = folder;
    this.parties = parties;
  }

  @Override
  public boolean authenticate(String user, PublicKey key, ServerSession session) {
    if (!PARTY.matcher(user).matches() || !parties.test(user)) {
      return false;
    }
    var file = folder.resolve(user);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      for (var entry : AuthorizedKeyEntry.readAuthorizedKeys(file)) {
        if (isOf(entry, key, session)) {
          return true;
        }
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      LOG.atWarn().addKeyValue("party", user).log("the keys in {} cannot be read", file, e);
    }
    return false;
  }

  private static boolean isOf(AuthorizedKeyEntry entry, PublicKey key, ServerSession session)
      throws IOException, GeneralSecurityException {
    return entry.getLoginOptions().isEmpty()
        && KeyUtils.compareKeys(
            entry.resolvePublicKey(session, PublicKeyEntryResolver.IGNORING), key);
  }
}
