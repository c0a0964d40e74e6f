package org.chasqui.sandbox;

import java.time.Duration;

/**
 * What became of a push.
 *
 * @param status of the last answer
 * @param attempts how often it was sent
 * @param took time of the call that was answered for good
 * @param body of the answer: the number of the interchange, or the problems
 */
public record PushResult(int status, int attempts, Duration took, String body) {

  /** Taken, now or before. */
  public boolean isTaken() {
    return status / 100 == 2;
  }
}
