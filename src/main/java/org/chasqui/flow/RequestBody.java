package org.chasqui.flow;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A request's body as a blocking stream with back-pressure: at most {@value #AHEAD} buffers are
 * fetched ahead of the reader, so a body of any size costs little memory.
 */
final class RequestBody extends InputStream {
  private static final int AHEAD = 16;
  private static final int SILENCE_SECONDS = 60;
  private static final int MOST_DISCARDED = 16 << 20;
  private static final long LINGER_MILLIS = 5_000;
  private static final Buffer END = Buffer.buffer();

  private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(AHEAD + 4);
  private final HttpServerRequest request;
  private final Context context;
  private Buffer current = END;
  private int position;
  private boolean ended;
  private long discarded;

  /** Only touched in the request's own context, where its end is told, too. */
  private boolean arrived;

  /** Takes over a paused request; on a thread that works for the request's context. */
  RequestBody(HttpServerRequest request) {
    this.request = request;
    this.context = Vertx.currentContext();
    request.handler(queue::add);
    request.endHandler(ignored -> end());
    request.exceptionHandler(queue::offer);
    request.fetch(AHEAD);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position >= current.length()) {
      if (ended || !next()) {
        return -1;
      }
    }
    int count = Math.min(length, current.length() - position);
    current.getBytes(position, position + count, into, offset);
    position += count;
    return count;
  }

  private boolean next() throws IOException {
    var taken = take();
    if (taken instanceof Throwable failure) {
      throw new IOException("the sender broke off", failure);
    }
    current = (Buffer) taken;
    position = 0;
    if (current == END) {
      ended = true;
      return false;
    }
    more();
    return true;
  }

  private void end() {
    arrived = true;
    queue.add(END);
  }

  /**
   * HTTP/2 refuses to fetch from a request that has arrived whole, which on any other thread could
   * happen between the look and the call.
   */
  private void more() {
    context.runOnContext(
        ignored -> {
          if (!arrived) {
            request.fetch(1);
          }
        });
  }

  /**
   * What is not read is thrown away, since many clients hear an answer only when they have sent all
   * ({@value #MOST_DISCARDED} bytes or {@value #LINGER_MILLIS} ms of it at most, then the
   * connection is cut).
   */
  @Override
  public void close() {
    context.runOnContext(
        ignored -> {
          if (!arrived) {
            discard();
          }
        });
  }

  private void discard() {
    long timer = context.owner().setTimer(LINGER_MILLIS, ignored -> cut());
    request.exceptionHandler(ignored -> context.owner().cancelTimer(timer));
    request.endHandler(ignored -> context.owner().cancelTimer(timer));
    request.handler(this::discard);
    request.resume();
  }

  private void discard(Buffer buffer) {
    discarded += buffer.length();
    if (discarded > MOST_DISCARDED) {
      request.pause();
      cut();
    }
  }

  /** Not before the answer is out. */
  private void cut() {
    var response = request.response();
    if (!response.ended()) {
      response.endHandler(ignored -> cut());
    } else if (request.version() == HttpVersion.HTTP_2) {
      response.reset(0);
    } else {
      request.connection().close();
    }
  }

  private Object take() throws IOException {
    try {
      var taken = queue.poll(SILENCE_SECONDS, TimeUnit.SECONDS);
      if (taken == null) {
        throw new IOException("no byte for " + SILENCE_SECONDS + " s");
      }
      return taken;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
