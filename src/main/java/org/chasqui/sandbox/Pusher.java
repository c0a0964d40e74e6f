package org.chasqui.sandbox;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * Pushes the decisions of one hub to where they are awaited, many at a time. A document is
 * repeated, byte by byte, until the gateway has taken it: a decision that was made is never lost
 * here.
 */
final class Pusher {
  private static final int MOST = 200;
  private static final Duration RETRY = Duration.ofMillis(200);
  private static final Duration LINGER = Duration.ofMillis(10);

  private final HubFormat format;
  private final Outlet outlet;
  private final HubTally tally;
  private final DelayQueue<Due> queue = new DelayQueue<>();
  private final Thread thread;
  private volatile boolean paused;
  private volatile int underWay;
  private Duration pause = Duration.ZERO;

  Pusher(String party, HubFormat format, Outlet outlet, HubTally tally) {
    this.format = format;
    this.outlet = outlet;
    this.tally = tally;
    this.thread = Thread.ofPlatform().daemon().name("pusher-" + party).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void connect(URI address, String token) {
    if (outlet instanceof Outlet.ByCall door) {
      door.connect(address, token);
    }
  }

  void pause(boolean wanted) {
    paused = wanted;
  }

  void add(Ruling ruling, Duration extra) {
    queue.add(new Due(ruling, ruling.at().toEpochMilli() + extra.toMillis()));
  }

  int pending() {
    return queue.size() + underWay;
  }

  void close() throws InterruptedException {
    thread.interrupt();
    thread.join(Duration.ofSeconds(5));
  }

  private void run() {
    try {
      while (true) {
        push(next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Ruling> next() throws InterruptedException {
    var first = queue.take();
    underWay = 1;
    if (queue.size() < MOST) {
      // what is decided within the next moment goes along: fewer, fuller documents
      Thread.sleep(LINGER);
    }
    var due = new ArrayList<Due>();
    due.add(first);
    queue.drainTo(due, MOST - 1);
    underWay = due.size();
    return due.stream().map(Due::ruling).toList();
  }

  private void push(List<Ruling> rulings) throws InterruptedException {
    var document = format.decisions(rulings);
    for (int attempt = 0; !taken(document, rulings.size()); attempt++) {
      var usual = RETRY.multipliedBy(Math.min(5, 1 + attempt));
      Thread.sleep(pause.isPositive() ? pause : usual);
    }
    underWay = 0;
  }

  /** False to try again. */
  private boolean taken(byte[] document, int count) throws InterruptedException {
    pause = Duration.ZERO;
    if (paused) {
      return false;
    }
    try {
      return switch (outlet.offer(format.mediaType(), document)) {
        case Outlet.Taken.Yes ignored -> {
          tally.decisionsSent.add(count);
          yield true;
        }
        case Outlet.Taken.Refused ignored -> {
          tally.pushesRefused.add(count);
          yield true;
        }
        case Outlet.Taken.Later later -> {
          pause = later.pause();
          yield false;
        }
      };
    } catch (IOException unreachable) {
      return false;
    }
  }

  /** A decision and when it is pushed. */
  private record Due(Ruling ruling, long atMillis) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(atMillis - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(atMillis, ((Due) other).atMillis());
    }
  }
}
