package org.chasqui.app;

import java.io.PrintWriter;
import java.time.Duration;

/** Shows how a run goes on: one line that is rewritten on a terminal, a line a second elsewhere. */
final class Watch {
  private static final long SECOND = 1_000_000_000L;

  private final PrintWriter out;
  private final long longestStandstill;
  private final boolean terminal = Boolean.getBoolean("chasqui.terminal");
  private final long began = System.nanoTime();
  private long shownAt;
  private Progress last;
  private long movedAt = System.nanoTime();

  Watch(PrintWriter out, Duration longestStandstill) {
    this.out = out;
    this.longestStandstill = longestStandstill.toNanos();
  }

  void show(Progress progress) {
    if (System.nanoTime() - shownAt >= SECOND) {
      shownAt = System.nanoTime();
      print(progress);
    }
  }

  void end(Progress progress) {
    print(progress);
    if (terminal) {
      out.println();
    }
    out.flush();
  }

  /** True when nothing has changed for too long. */
  boolean standsStill(Progress progress) {
    if (!progress.equals(last)) {
      last = progress;
      movedAt = System.nanoTime();
    }
    return System.nanoTime() - movedAt > longestStandstill;
  }

  private void print(Progress progress) {
    var line =
        "%5.1f s  accepted %d  delivered %d  decided %d  told %d"
            .formatted(
                (System.nanoTime() - began) / 1e9,
                progress.accepted(),
                progress.delivered(),
                progress.decided(),
                progress.told());
    if (terminal) {
      out.print("\r" + line);
    } else {
      out.println(line);
    }
    out.flush();
  }
}
