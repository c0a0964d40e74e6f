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
 * Pushes the decisions of one hub to the gateway's door, many at a time. A document is repeated,
 * byte by byte, until the gateway has taken it: a decision that was made is never lost here.
 */
final class Pusher {
  private static final int MOST = 200;
  private static final Duration RETRY = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration LINGER = Duration.ofMillis(10);

  private final HubFormat format;
  private final Gateway gateway;
  private final HubTally tally;
  private final DelayQueue<Due> queue = new DelayQueue<>();
  private final Thread thread;
  private volatile Target target;
  private volatile boolean paused;
  private volatile int underWay;
  private Duration pause = Duration.ZERO;

  Pusher(String party, HubFormat format, Gateway gateway, HubTally tally) {
    this.format = format;
    this.gateway = gateway;
    this.tally = tally;
    this.thread = Thread.ofPlatform().daemon().name("pusher-" + party).unstarted(this::run);
  }

  /** Where to push, and with which token. */
  private record Target(URI gateway, String token) {}

  void start() {
    thread.start();
  }

  void connect(URI address, String token) {
    target = new Target(address, token);
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
    boolean cloudEvents = format.mediaType().startsWith("application/cloudevents");
    var path = cloudEvents ? "/v1/messages" : "/v1/interchanges";
    for (int attempt = 0; !taken(path, document, rulings.size()); attempt++) {
      var usual = RETRY.multipliedBy(Math.min(5, 1 + attempt));
      Thread.sleep(pause.isPositive() ? pause : usual);
    }
    underWay = 0;
  }

  /** False to try again. */
  private boolean taken(String path, byte[] document, int count) throws InterruptedException {
    var to = target;
    pause = Duration.ZERO;
    if (to == null || paused) {
      return false;
    }
    try {
      var answer = gateway.post(to.gateway(), path, to.token(), format.mediaType(), document);
      int status = answer.statusCode();
      if (status / 100 == 2) {
        tally.decisionsSent.add(count);
        return true;
      }
      if (status == 400 || status == 409 || status == 413 || status == 415 || status == 422) {
        tally.pushesRefused.add(count);
        return true;
      }
      pause = Gateway.pause(answer, Duration.ZERO, LONGEST);
      return false;
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
