package org.chasqui.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.chasqui.sandbox.HubKeys;
import org.junit.jupiter.api.Test;

/** Tickets for signed requests: kept, had by one, renewed once, and with whose clock. */
class LoginTicketTest {
  private static final String KEY = HubKeys.pkcs12("gateway", "p");
  private static final Secrets SECRETS = new Secrets(Map.of("K", KEY, "P", "p"));
  private static final Pattern IN0 = Pattern.compile("<l:in0>([^<]+)</l:in0>");
  private static final Duration LIFE = Duration.ofHours(12);
  private static final byte[] DOCUMENT = "{}".getBytes(StandardCharsets.UTF_8);

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile String fault;
  private volatile String accepted = "T1";

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/LoginCms")) {
      var token = exchange.getRequestHeaders().getFirst("X-Token");
      HubStub.send(exchange, accepted.equals("any") || accepted.equals(token) ? 202 : 401, "");
      return;
    }
    assertThat(exchange.getRequestHeaders()).containsKey("Soapaction");
    var request = request(body);
    requests.add(request);
    var now = Instant.now();
    var wrong = fault;
    HubStub.send(exchange, wrong == null ? 200 : 500, wrong == null ? ticket(now) : fault(wrong));
  }

  private static String fault(String code) {
    return envelope(
        "<e:Fault><faultcode xmlns:ns1='u'>ns1:"
            + code
            + "</faultcode><faultstring>x</faultstring></e:Fault>");
  }

  private String ticket(Instant now) {
    return envelope(
        "<loginCmsReturn>&lt;loginTicketResponse version=\"1.0\">&lt;header>&lt;expirationTime>"
            + now.plus(LIFE).atOffset(ZoneOffset.ofHours(-3))
            + "&lt;/expirationTime>&lt;/header>&lt;credentials>&lt;token>T"
            + requests.size()
            + "&lt;/token>&lt;sign>S&lt;/sign>&lt;/credentials>&lt;/loginTicketResponse></loginCmsReturn>");
  }

  private static String envelope(String body) {
    return "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>"
        + body
        + "</e:Body></e:Envelope>";
  }

  /** The request inside of the CMS. */
  private static String request(byte[] body) throws IOException {
    var found = IN0.matcher(new String(body, StandardCharsets.UTF_8));
    assertThat(found.find()).isTrue();
    try {
      var cms = new CMSSignedData(Base64.getDecoder().decode(found.group(1)));
      return new String((byte[]) cms.getSignedContent().getContent(), StandardCharsets.UTF_8);
    } catch (CMSException e) {
      throw new IOException(e);
    }
  }

  private static Instant time(String request, String element) {
    var text = request.substring(request.indexOf("<" + element + ">") + element.length() + 2);
    return OffsetDateTime.parse(text.substring(0, text.indexOf('<'))).toInstant();
  }

  private final Map<String, String> kept = new ConcurrentHashMap<>();
  private final Tickets tickets =
      new Tickets() {
        @Override
        public Optional<String> kept(String name) {
          return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void keep(String name, String enciphered) {
          kept.put(name, enciphered);
        }
      };

  private Connector connector(HubStub hub, Map<String, String> more) {
    return connector(hub, more, SECRETS);
  }

  private Connector connector(HubStub hub, Map<String, String> more, Secrets secrets) {
    var settings =
        new HashMap<>(
            Map.of(
                "loginPath", "/LoginCms",
                "service", "declarations",
                "namespace", "urn:login",
                "key", "env:K",
                "keyPassword", "env:P",
                "tokenHeader", "X-Token",
                "signHeader", "X-Sign"));
    settings.putAll(more);
    return Connector.of(hub.profile("login-ticket", settings), secrets, tickets);
  }

  private static Reading submit(Connector connector) throws Exception {
    return connector.readSubmission(
        HubStub.make(connector.submission(DOCUMENT, "application/json", "R", "k")));
  }

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
  void isKeptOverARestartEncipheredForTheKeyAndNoOther() throws Exception {
    try (var hub = new HubStub(this::answer)) {
      assertThat(submit(connector(hub, Map.of()))).isInstanceOf(Reading.AwaitPush.class);
      fault = "coe.alreadyAuthenticated";
      assertThat(submit(connector(hub, Map.of())))
          .as("another process, in the minutes in which no second ticket is given")
          .isInstanceOf(Reading.AwaitPush.class);
      assertThat(requests).hasSize(1);
      assertThat(kept).hasSize(1);
      var bytes = Base64.getDecoder().decode(kept.values().iterator().next());
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("T1");

      fault = null;
      accepted = "any";
      var other = new Secrets(Map.of("K", HubKeys.pkcs12("gateway", "p"), "P", "p"));
      assertThat(submit(connector(hub, Map.of(), other))).isInstanceOf(Reading.AwaitPush.class);
      assertThat(requests).as("who has another key logs in").hasSize(2);
    }
  }

  @Test
  void isNotTakenFromWhatIsKeptWhenItIsRefusedNorWhenItsEndIsNotOfOurClock() throws Exception {
    try (var hub = new HubStub(this::answer)) {
      submit(connector(hub, Map.of()));
      accepted = "T2";
      var restarted = connector(hub, Map.of());
      assertThat(submit(restarted)).as("the kept one").isInstanceOf(Reading.TryAgain.class);
      assertThat(submit(restarted)).isInstanceOf(Reading.AwaitPush.class);
      assertThat(requests).hasSize(2);

      var material = KeyMaterial.read(KEY.getBytes(StandardCharsets.UTF_8), "p".toCharArray());
      for (var end : List.of(Duration.ofSeconds(20), Duration.ofDays(3), Duration.ofHours(-1))) {
        var sealed = new SealedTicket("T2", "S", Instant.now().plus(end)).seal(material);
        kept.replaceAll((name, before) -> sealed);
        accepted = "any";
        submit(connector(hub, Map.of()));
      }
      assertThat(requests).hasSize(5);
      kept.replaceAll((name, before) -> "damaged");
      submit(connector(hub, Map.of()));
      assertThat(requests).hasSize(6);
    }
  }

  @Test
  void isThatOfTheOtherNodeWhenItHasOneMeanwhile() throws Exception {
    try (var hub = new HubStub(this::answer)) {
      accepted = "any";
      var first = connector(hub, Map.of());
      var second = connector(hub, Map.of());
      submit(first);
      submit(second);
      assertThat(requests).hasSize(1);
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
