package org.chasqui.flow;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
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
  private static final Buffer END = Buffer.buffer();

  private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(AHEAD + 4);
  private final HttpServerRequest request;
  private Buffer current = END;
  private int position;
  private boolean ended;
  private volatile boolean arrived;

  /** Takes over a paused request. */
  RequestBody(HttpServerRequest request) {
    this.request = request;
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

  /** HTTP/2 refuses to fetch from a request that has arrived whole; that may happen meanwhile. */
  private void more() {
    if (arrived) {
      return;
    }
    try {
      request.fetch(1);
    } catch (IllegalStateException e) {
      if (!arrived) {
        throw e;
      }
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
