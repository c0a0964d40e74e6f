package org.chasqui.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens that are valid now, from a file that is read again when it changes. A file that
 * becomes unreadable changes nothing: the tokens of its last good state stay and {@link #fault()}
 * says why.
 */
public final class AccessRegistry {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final String SCHEME = "Bearer ";

  private final Path file;
  private final long lookEveryNanos;
  private volatile State state;

  private record State(List<TokenRecord> tokens, Object stamp, long lookedAt, String fault) {}

  AccessRegistry(Path file, Duration lookEvery) {
    this.file = file;
    this.lookEveryNanos = lookEvery.toNanos();
    this.state = new State(TokenFile.read(file), stamp(file), System.nanoTime(), null);
  }

  /**
   * Reads the file.
   *
   * @throws TokenFileException naming file and line when it is wrong
   */
  public static AccessRegistry load(Path file) {
    return new AccessRegistry(file, LOOK_EVERY);
  }

  /** Makes a token for a party and keeps its digest in the file, which need not exist. */
  public static String issue(Path file, String party, Set<Right> rights) {
    synchronized (AccessRegistry.class) {
      var bytes = new byte[32];
      RANDOM.nextBytes(bytes);
      var token = "chq_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      var tokens = new ArrayList<>(Files.exists(file) ? TokenFile.read(file) : List.of());
      var fresh = new TokenRecord(new Caller(party, rights), Instant.now(), null, sha256(token));
      tokens.add(TokenRecord.parse(fresh.line()));
      TokenFile.write(file, tokens);
      return token;
    }
  }

  /**
   * Revokes every token of a party from now on.
   *
   * @return how many were valid until now
   */
  public static int revoke(Path file, String party) {
    synchronized (AccessRegistry.class) {
      int revoked = 0;
      var tokens = new ArrayList<TokenRecord>();
      for (var token : TokenFile.read(file)) {
        boolean hit = token.revoked() == null && token.caller().party().equals(party);
        tokens.add(hit ? token.revokedAt(Instant.now()) : token);
        revoked += hit ? 1 : 0;
      }
      TokenFile.write(file, tokens);
      return revoked;
    }
  }

  /**
   * The caller behind an {@code Authorization} header ({@code Bearer ...}); empty when not valid.
   */
  public Optional<Caller> authenticate(String authorizationHeader) {
    if (authorizationHeader == null
        || !authorizationHeader.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    return bearer(authorizationHeader.substring(SCHEME.length()).strip());
  }

  /** Why the file could not be read again, naming file and line; empty when all is well. */
  public Optional<String> fault() {
    return Optional.ofNullable(current().fault());
  }

  private Optional<Caller> bearer(String token) {
    var digest = sha256(token);
    Caller caller = null;
    for (var known : current().tokens()) {
      if (MessageDigest.isEqual(known.digest(), digest) && known.revoked() == null) {
        caller = known.caller();
      }
    }
    return Optional.ofNullable(caller);
  }

  private State current() {
    var seen = state;
    if (System.nanoTime() - seen.lookedAt() < lookEveryNanos) {
      return seen;
    }
    return lookAgain();
  }

  private synchronized State lookAgain() {
    var seen = state;
    var now = System.nanoTime();
    var stamp = stamp(file);
    if (stamp.equals(seen.stamp())) {
      state = new State(seen.tokens(), stamp, now, seen.fault());
    } else {
      state = reread(seen, stamp, now);
    }
    return state;
  }

  private State reread(State seen, Object stamp, long now) {
    try {
      return new State(TokenFile.read(file), stamp, now, null);
    } catch (TokenFileException e) {
      return new State(seen.tokens(), stamp, now, e.getMessage());
    }
  }

  private static Object stamp(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return List.of(attributes.lastModifiedTime(), attributes.size(), "" + attributes.fileKey());
    } catch (IOException e) {
      return "unreadable";
    }
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
