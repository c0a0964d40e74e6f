package org.chasqui.app.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What a start makes beside its own thread. */
final class Beside {
  private Beside() {}

  /** What was made, or the fault that it ended with, as if it were made here. */
  static <T> T joined(CompletableFuture<T> made) {
    try {
      return made.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }
}
