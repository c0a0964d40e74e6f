package org.chasqui.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tickets for signed requests: kept, had by one, renewed once, and with whose clock. */
class LoginTicketTest extends TicketService {
  @Test
  void isAskedForOnceHoweverManyCallsNeedIt() throws Exception {
    try (var hub = new HubStub(this::answer);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var connector = connector(hub, Map.of("destination", "cn=wsaahomo,o=afip,c=ar"));
      var work = new ArrayList<Callable<Reading>>();
      for (int i = 0; i < 50; i++) {
        work.add(() -> submit(connector));
      }
      for (var reading : threads.invokeAll(work)) {
        assertThat(reading.get()).isInstanceOf(Reading.AwaitPush.class);
      }
      assertThat(requests).hasSize(1);
      assertThat(requests.getFirst())
          .contains("<destination>cn=wsaahomo,o=afip,c=ar</destination>")
          .contains("<service>declarations</service>")
          .containsPattern("<uniqueId>\\d+</uniqueId>");
    }
  }

  @Test
  void isRenewedOnceWhenItIsRefused() throws Exception {
    try (var hub = new HubStub(this::answer)) {
      var connector = connector(hub, Map.of());
      assertThat(submit(connector)).isInstanceOf(Reading.AwaitPush.class);
      accepted = "T2";
      assertThat(submit(connector))
          .isEqualTo(new Reading.TryAgain("the hub wants a new login: 401", Duration.ZERO));
      assertThat(submit(connector)).isInstanceOf(Reading.AwaitPush.class);
      accepted = "none";
      assertThat(submit(connector))
          .isEqualTo(new Reading.TryAgain("the hub wants a new login: 401", Duration.ZERO));
      assertThat(submit(connector))
          .as("a new ticket is refused as well: no hurry to ask for a third")
          .isEqualTo(new Reading.TryAgain("the hub wants a new login: 401", null));
      assertThat(requests).hasSize(3);
    }
  }

  @Test
  void isAskedForByTheClockOfTheServiceWhenOursIsWrong() throws Exception {
    var theirs = Instant.now().minus(Duration.ofHours(3));
    try (var service = new OtherClock(theirs, this::ticketOrFault);
        var hub = new HubStub(this::answer)) {
      accepted = "any";
      var connector =
          connector(hub, Map.of("loginPath", "http://127.0.0.1:" + service.port() + "/LoginCms"));
      assertThat(submit(connector)).isInstanceOf(Reading.AwaitPush.class);
      assertThat(requests).hasSize(2);
      assertThat(time(requests.getFirst(), "generationTime")).isAfter(theirs);
      assertThat(time(requests.getLast(), "generationTime"))
          .isBetween(theirs.minusSeconds(330), theirs);
    }
  }

  private String ticketOrFault(Instant now, byte[] body) throws IOException {
    var request = request(body);
    requests.add(request);
    return time(request, "generationTime").isAfter(now)
        ? fault("xml.generationTime.invalid")
        : ticket(now);
  }

  /** A service on a bare socket, since the server of the JDK writes its own Date. */
  private static final class OtherClock implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    interface Service {
      String answer(Instant now, byte[] body) throws IOException;
    }

    OtherClock(Instant now, Service service) throws IOException {
      Thread.ofVirtual().start(() -> serve(now, service));
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve(Instant now, Service service) {
      var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
      while (!socket.isClosed()) {
        try (var call = socket.accept()) {
          var answer =
              service.answer(now, body(call.getInputStream())).getBytes(StandardCharsets.UTF_8);
          var head =
              "HTTP/1.1 %d X\r\nDate: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                  .formatted(
                      new String(answer, StandardCharsets.UTF_8).contains("Fault>") ? 500 : 200,
                      date,
                      answer.length);
          call.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
          call.getOutputStream().write(answer);
        } catch (IOException closed) {
          return;
        }
      }
    }

    private static byte[] body(InputStream in) throws IOException {
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      var length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
      assertThat(length.find()).isTrue();
      return in.readNBytes(Integer.parseInt(length.group(1)));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void isNotAskedForAgainWithinThePauseWhileTheServiceSaysThatOneIsHeld() throws Exception {
    fault = "coe.alreadyAuthenticated";
    try (var hub = new HubStub(this::answer)) {
      var connector = connector(hub, Map.of());
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> submit(connector))
            .isInstanceOfSatisfying(
                ConnectorException.class,
                e -> assertThat(e.after()).isEqualTo(Duration.ofMinutes(2)))
            .hasMessage("login refused: coe.alreadyAuthenticated");
      }
      assertThat(requests).hasSize(1);
    }
  }

  @Test
  void aRefusedLoginIsToldByTheCodeOfTheService() throws Exception {
    fault = "cms.cert.untrusted";
    try (var hub = new HubStub(this::answer)) {
      assertThatThrownBy(() -> submit(connector(hub, Map.of())))
          .isInstanceOf(ConnectorException.class)
          .hasMessage("login refused: cms.cert.untrusted");
    }
  }
}
