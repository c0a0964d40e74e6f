package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.w3c.dom.Document;

/**
 * A service that gives tickets for signed requests (national-south-america-mexico §2.6): the CMS is
 * verified, times must lie within 24 hours, and who asks again at once is refused as the real one
 * does for some minutes; here for some seconds. Token and sign must then stand in each call.
 */
final class TicketGate implements HubGate {
  private static final Duration LIFE = Duration.ofHours(12);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final Map<String, String> settings;
  private final X509Certificate client;
  private final Duration pause;
  private final Map<String, String> signs = new ConcurrentHashMap<>();
  private volatile long issuedAt;

  TicketGate(Map<String, String> settings, X509Certificate client, Course course) {
    this.settings = settings;
    this.client = client;
    this.pause = course.scaled(AGAIN);
  }

  @Override
  public Optional<HubAnswer> login(HubRequest request) {
    if (!settings.get("loginPath").equals(request.path())) {
      return Optional.empty();
    }
    var parameter = settings.getOrDefault("parameter", "in0");
    return Optional.of(
        HubXml.read(request.body())
            .map(envelope -> HubXml.text(envelope, parameter))
            .map(this::ticket)
            .orElseGet(() -> fault("cms.bad", "no SignedData")));
  }

  private synchronized HubAnswer ticket(String base64) {
    var content = SignedContent.read(Base64.getMimeDecoder().decode(base64), client);
    var request = content.flatMap(text -> HubXml.read(text.getBytes(StandardCharsets.UTF_8)));
    if (request.isEmpty()) {
      return fault("cms.sign.invalid", "signature or signer not known");
    }
    var wrong = wrong(request.get());
    if (wrong != null) {
      return fault(wrong, "the request is not valid");
    }
    long now = System.currentTimeMillis();
    if (issuedAt + pause.toMillis() > now) {
      return fault("coe.alreadyAuthenticated", "a valid ticket exists");
    }
    issuedAt = now;
    return granted();
  }

  /** The code of what is wrong with the times or the service of a request, or null. */
  private String wrong(Document request) {
    try {
      var generated = time(request, "generationTime");
      var ends = time(request, "expirationTime");
      var now = Instant.now();
      if (generated.isAfter(now) || generated.isBefore(now.minus(DAY))) {
        return "xml.generationTime.invalid";
      }
      if (!ends.isAfter(now) || ends.isAfter(now.plus(DAY))) {
        return "xml.expirationTime.expired";
      }
    } catch (DateTimeException | NullPointerException unreadable) {
      return "xml.bad";
    }
    return settings.get("service").equals(HubXml.text(request, "service")) ? null : "wsn.notFound";
  }

  private static Instant time(Document request, String element) {
    return OffsetDateTime.parse(HubXml.text(request, element)).toInstant();
  }

  private HubAnswer granted() {
    var token = base64();
    var sign = base64();
    signs.put(token, sign);
    var ticket =
        new XmlText()
            .open("loginTicketResponse")
            .open("header")
            .element("expirationTime", Instant.now().plus(LIFE).atOffset(ZoneOffset.UTC).toString())
            .close("header")
            .open("credentials")
            .element("token", token)
            .element("sign", sign)
            .close("credentials")
            .close("loginTicketResponse");
    var envelope =
        new XmlText()
            .open("e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"")
            .open("e:Body")
            .open("loginCmsResponse")
            .element("loginCmsReturn", new String(ticket.bytes(), StandardCharsets.UTF_8))
            .close("loginCmsResponse")
            .close("e:Body")
            .close("e:Envelope");
    return HubAnswer.of(200, "text/xml", envelope.bytes());
  }

  private static String base64() {
    return Base64.getEncoder()
        .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
  }

  private static HubAnswer fault(String code, String text) {
    return SoapWire.fault("ns1:" + code, text, null);
  }

  @Override
  public Optional<HubAnswer> refuse(HubRequest request) {
    boolean inHeaders = settings.containsKey("tokenHeader");
    var token = inHeaders ? request.header(settings.get("tokenHeader")) : null;
    boolean known =
        inHeaders
            ? token != null
                && signs.containsKey(token)
                && signs.get(token).equals(request.header(settings.get("signHeader")))
            : standsIn(new String(request.body(), StandardCharsets.UTF_8));
    return known ? Optional.empty() : Optional.of(HubGate.unauthorized());
  }

  private boolean standsIn(String body) {
    return signs.entrySet().stream()
        .anyMatch(
            ticket ->
                body.contains(">" + ticket.getKey() + "<")
                    && body.contains(">" + ticket.getValue() + "<"));
  }
}
