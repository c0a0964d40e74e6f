package org.chasqui.app;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A call written byte by byte, for what a well-behaved client would not send. */
final class RawHttp implements AutoCloseable {
  private static final int SILENCE = (int) Duration.ofSeconds(60).toMillis();

  /** What came back. */
  record Answer(int status, String head, String body) {
    Optional<String> header(String name) {
      var wanted = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
          .map(line -> line.substring(wanted.length()).strip())
          .findFirst();
    }
  }

  private final Socket socket;

  RawHttp(URI gateway) throws IOException {
    socket = new Socket(gateway.getHost(), gateway.getPort());
    socket.setSoTimeout(SILENCE);
  }

  /** Request line and headers, without the empty line that ends them. */
  RawHttp head(String... lines) throws IOException {
    return write(String.join("\r\n", lines) + "\r\nHost: gateway\r\n\r\n");
  }

  RawHttp write(String text) throws IOException {
    return write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawHttp write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  Answer answer() throws IOException {
    var in = socket.getInputStream();
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int one = in.read();
      if (one < 0) {
        throw new EOFException("no answer: " + head);
      }
      head.append((char) one);
    }
    var answer = new Answer(Integer.parseInt(head.substring(9, 12)), head.toString(), "");
    int length = answer.header("content-length").map(Integer::parseInt).orElse(0);
    return new Answer(
        answer.status(), answer.head(), new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
