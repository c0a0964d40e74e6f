package org.chasqui.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.chasqui.sandbox.HubKeys;

/** A service that gives tickets for signed requests, and who asks it. */
abstract class TicketService {
  static final String KEY = HubKeys.pkcs12("gateway", "p");
  static final Secrets SECRETS = new Secrets(Map.of("K", KEY, "P", "p"));
  static final Pattern IN0 = Pattern.compile("<l:in0>([^<]+)</l:in0>");
  static final Duration LIFE = Duration.ofHours(12);
  static final byte[] DOCUMENT = "{}".getBytes(StandardCharsets.UTF_8);

  final List<String> requests = new CopyOnWriteArrayList<>();
  volatile String fault;
  volatile String accepted = "T1";
  volatile boolean storeFails;

  void answer(HttpExchange exchange, byte[] body) throws IOException {
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

  static String fault(String code) {
    return envelope(
        "<e:Fault><faultcode xmlns:ns1='u'>ns1:"
            + code
            + "</faultcode><faultstring>x</faultstring></e:Fault>");
  }

  String ticket(Instant now) {
    return envelope(
        "<loginCmsReturn>&lt;loginTicketResponse version=\"1.0\">&lt;header>&lt;expirationTime>"
            + now.plus(LIFE).atOffset(ZoneOffset.ofHours(-3))
            + "&lt;/expirationTime>&lt;/header>&lt;credentials>&lt;token>T"
            + requests.size()
            + "&lt;/token>&lt;sign>S&lt;/sign>&lt;/credentials>&lt;/loginTicketResponse></loginCmsReturn>");
  }

  static String envelope(String body) {
    return "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>"
        + body
        + "</e:Body></e:Envelope>";
  }

  /** The request inside of the CMS. */
  static String request(byte[] body) throws IOException {
    var found = IN0.matcher(new String(body, StandardCharsets.UTF_8));
    assertThat(found.find()).isTrue();
    try {
      var cms = new CMSSignedData(Base64.getDecoder().decode(found.group(1)));
      return new String((byte[]) cms.getSignedContent().getContent(), StandardCharsets.UTF_8);
    } catch (CMSException e) {
      throw new IOException(e);
    }
  }

  static Instant time(String request, String element) {
    var text = request.substring(request.indexOf("<" + element + ">") + element.length() + 2);
    return OffsetDateTime.parse(text.substring(0, text.indexOf('<'))).toInstant();
  }

  final Map<String, String> kept = new ConcurrentHashMap<>();
  final Tickets tickets =
      new Tickets() {
        @Override
        public Optional<String> kept(String name) {
          store();
          return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void keep(String name, String enciphered) {
          store();
          kept.put(name, enciphered);
        }

        private void store() {
          if (storeFails) {
            throw new IllegalStateException("the store is busy");
          }
        }
      };

  Connector connector(HubStub hub, Map<String, String> more) {
    return connector(hub, more, SECRETS);
  }

  Connector connector(HubStub hub, Map<String, String> more, Secrets secrets) {
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

  static Reading submit(Connector connector) throws Exception {
    return connector.readSubmission(
        HubStub.make(connector.submission(DOCUMENT, "application/json", "R", "k")));
  }
}
