package org.chasqui.connector;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * A proof that a login gives for a time: had when first needed, by one caller while the others
 * wait, and renewed a little before it ends. Thread-safe.
 */
final class Kept<T> {
  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);

  private final Login<T> login;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private T proof;
  private long endsAt;
  private boolean accepted;
  private ConnectorException refusal;
  private long refusedUntil;

  Kept(Login<T> login) {
    this(login, System::nanoTime);
  }

  /** By another clock. */
  Kept(Login<T> login, LongSupplier nanos) {
    this.login = login;
    this.nanos = nanos;
  }

  /** Asks for a proof. */
  interface Login<T> {
    Grant<T> get() throws IOException, ConnectorException;
  }

  /** A proof and for how long it holds. */
  record Grant<T>(T proof, Duration life) {}

  /**
   * The proof of the moment.
   *
   * @throws ConnectorException when the login is refused, or was refused within the pause that the
   *     partner asked for
   */
  T get() throws IOException, ConnectorException {
    lock.lock();
    try {
      if (proof == null || nanos.getAsLong() - endsAt >= 0) {
        logIn();
      }
      return proof;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sees an answer: one that refuses the proof drops it.
   *
   * @return true when the proof is gone and a new one may help; not so after a new one that was
   *     refused before it was ever accepted
   */
  boolean observe(HttpAnswer answer) {
    lock.lock();
    try {
      if (answer.status() != 401 && answer.status() != 403) {
        accepted |= answer.isSuccess();
        return false;
      }
      boolean helps = accepted || proof == null;
      proof = null;
      accepted = false;
      return helps;
    } finally {
      lock.unlock();
    }
  }

  private void logIn() throws IOException, ConnectorException {
    proof = null;
    accepted = false;
    if (refusal != null && nanos.getAsLong() - refusedUntil < 0) {
      throw refusal;
    }
    try {
      var grant = login.get();
      refusal = null;
      proof = grant.proof();
      // ended early by a tenth, at most half a minute: a call under way must not outlive its proof
      var tenth = grant.life().dividedBy(10);
      var margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
      endsAt = nanos.getAsLong() + grant.life().minus(margin).toNanos();
    } catch (ConnectorException refused) {
      if (refused.after() != null) {
        refusal = refused;
        refusedUntil = nanos.getAsLong() + refused.after().toNanos();
      }
      throw refused;
    }
  }
}
