package org.chasqui.connector;

import static org.chasqui.connector.ConnectorException.Kind.LOGIN;
import static org.chasqui.connector.ConnectorException.Kind.SETTINGS;
import static org.chasqui.connector.ConnectorException.Kind.UNANSWERED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A login ticket for a request that is signed with CMS (national-south-america-mexico §2.6 and
 * §1.8): the ticket request, a small XML document, goes as SignedData (RFC 5652, content and
 * certificate inside) in Base64 to the operation {@code loginCms}; the answer holds token and sign,
 * which stand in each call until they end. Times are those of the service: when it finds ours
 * wrong, the request is made once more by the clock of its answer. A ticket is kept enciphered, so
 * that a restart or another node goes on with it: the service gives no second one for some time.
 * Where none can be kept or found, that is logged and calls go on with what the service grants.
 */
final class LoginTicket implements AuthenticationModule {
  private static final Logger LOG = LoggerFactory.getLogger(LoginTicket.class);
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final Duration BACK = Duration.ofMinutes(5);
  private static final Duration AHEAD = Duration.ofMinutes(15);
  private static final Duration TAKEN = Duration.ofMinutes(2);
  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Set<String> CLOCK =
      Set.of("xml.generationTime.invalid", "xml.expirationTime.expired");

  private final Settings settings;
  private final KeyReference key;
  private final LoginClient logins;
  private final Tickets tickets;
  private final Kept<Ticket> ticket = new Kept<>(this::hadOrNew);
  private Ticket last;

  /** Token and sign. */
  private record Ticket(String token, String sign) {
    @Override
    public String toString() {
      return "ticket";
    }
  }

  LoginTicket(Settings settings, Secrets secrets, LoginClient logins, Tickets tickets) {
    for (var required : new String[] {"loginPath", "service", "namespace"}) {
      settings.required(required);
    }
    this.settings = settings;
    this.key = new KeyReference(settings, secrets);
    this.logins = logins;
    this.tickets = tickets;
  }

  @Override
  public void authorise(Map<String, String> headers) throws IOException, ConnectorException {
    var token = settings.get("tokenHeader", null);
    var sign = settings.get("signHeader", null);
    if (token != null && sign != null) {
      var now = ticket.get();
      headers.put(token, now.token());
      headers.put(sign, now.sign());
    }
  }

  @Override
  public Map<String, String> values() throws IOException, ConnectorException {
    var now = ticket.get();
    return Map.of("token", now.token(), "sign", now.sign());
  }

  @Override
  public boolean observe(HttpAnswer answer) {
    return ticket.observe(answer);
  }

  /** One login at a time, so the last one is seen by the next. */
  private Kept.Grant<Ticket> hadOrNew() throws IOException, ConnectorException {
    var grant = had();
    if (grant == null) {
      try {
        grant = logIn();
      } catch (ConnectorException refused) {
        // another node may have had it meanwhile
        grant = had();
        if (grant == null) {
          throw refused;
        }
      }
    }
    last = grant.proof();
    return grant;
  }

  /** A ticket that was kept, holds still and is not the one that has just been refused. */
  private Kept.Grant<Ticket> had() throws ConnectorException {
    var material = key.get();
    var kept = kept().flatMap(text -> SealedTicket.open(text, material));
    if (kept.isEmpty()) {
      return null;
    }
    var found = new Ticket(kept.get().token(), kept.get().sign());
    var life = Duration.between(Instant.now(), kept.get().endsAt());
    // a longer one was kept by another clock
    boolean holds = life.compareTo(LEAST) > 0 && life.compareTo(LONGEST) <= 0;
    return holds && !found.equals(last) ? new Kept.Grant<>(found, life) : null;
  }

  private Optional<String> kept() {
    try {
      return tickets.kept(name());
    } catch (RuntimeException unread) {
      LOG.warn("kept {} cannot be read: {}", name(), unread.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private String name() {
    return "ticket " + settings.required("service") + " " + settings.required("loginPath");
  }

  /** A ticket that is granted is used whether or not it can be kept: there is no second one. */
  private void keep(Kept.Grant<Ticket> grant) {
    try {
      seal(grant);
    } catch (ConnectorException | RuntimeException unkept) {
      LOG.warn("{} cannot be kept: {}", name(), unkept.getClass().getSimpleName());
    }
  }

  private void seal(Kept.Grant<Ticket> grant) throws ConnectorException {
    var ticket = grant.proof();
    if (!"RSA".equals(key.get().key().getAlgorithm())) {
      return; // nothing can be enciphered for another kind of key
    }
    var sealed = new SealedTicket(ticket.token(), ticket.sign(), Instant.now().plus(grant.life()));
    tickets.keep(name(), sealed.seal(key.get()));
  }

  private Kept.Grant<Ticket> logIn() throws IOException, ConnectorException {
    var now = Instant.now();
    var answer = ask(now);
    var fault = fault(answer);
    var theirs = clock(answer);
    if (fault.filter(CLOCK::contains).isPresent() && theirs.isPresent()) {
      now = theirs.get();
      answer = ask(now);
      fault = fault(answer);
    }
    if (fault.isPresent()) {
      // a ticket that another of our processes holds; a new one is given when some time has passed
      boolean taken = fault.get().endsWith("alreadyAuthenticated");
      throw new ConnectorException(
          taken ? UNANSWERED : LOGIN, "login refused: " + fault.get(), taken ? TAKEN : null);
    }
    if (!answer.isSuccess()) {
      throw ConnectorException.login(answer.status(), AnswerReader.after(answer));
    }
    var grant = granted(answer, now);
    keep(grant);
    return grant;
  }

  private HttpAnswer ask(Instant now) throws IOException, ConnectorException {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "text/xml; charset=utf-8");
    headers.put("SOAPAction", "\"\"");
    var parameter = settings.get("parameter", "in0");
    var signed = Base64.getEncoder().encodeToString(signed(request(now)));
    var body =
        "<soapenv:Envelope xmlns:soapenv=\"%s\"><soapenv:Body><l:loginCms xmlns:l=\"%s\"><l:%s>%s</l:%s></l:loginCms></soapenv:Body></soapenv:Envelope>"
            .formatted(
                SOAP, XmlEscape.text(settings.required("namespace")), parameter, signed, parameter);
    return logins.post(
        settings.required("loginPath"), headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The ticket request; generated a little before, so that clocks may differ a little. */
  private byte[] request(Instant now) {
    var destination = settings.get("destination", null);
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<loginTicketRequest version=\"1.0\"><header>"
            + (destination == null
                ? ""
                : "<destination>" + XmlEscape.text(destination) + "</destination>")
            + "<uniqueId>%d</uniqueId><generationTime>%s</generationTime><expirationTime>%s</expirationTime></header><service>%s</service></loginTicketRequest>"
                .formatted(
                    now.getEpochSecond() & 0xFFFFFFFFL,
                    time(now.minus(BACK)),
                    time(now.plus(AHEAD)),
                    XmlEscape.text(settings.required("service"))))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String time(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }

  private byte[] signed(byte[] request) throws ConnectorException {
    var material = key.get();
    try {
      var generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder()
              .build("SHA256withRSA", material.key(), material.certificate()));
      generator.addCertificates(new JcaCertStore(material.chain()));
      return generator
          .generate(new CMSProcessableByteArray(request), true)
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException
        | OperatorCreationException
        | IOException
        | java.security.cert.CertificateEncodingException e) {
      throw new ConnectorException(
          SETTINGS, "the login ticket could not be signed: " + e.getClass().getSimpleName());
    }
  }

  private static Kept.Grant<Ticket> granted(HttpAnswer answer, Instant now)
      throws ConnectorException {
    var ticket =
        at(answer, "//*[local-name()='loginCmsReturn' or local-name()='return']")
            .flatMap(text -> XmlDocument.read(text.getBytes(StandardCharsets.UTF_8)))
            .map(AnswerBody.Xml::new);
    var token = ticket.flatMap(xml -> xml.at("/loginTicketResponse/credentials/token"));
    var sign = ticket.flatMap(xml -> xml.at("/loginTicketResponse/credentials/sign"));
    var ends = ticket.flatMap(xml -> xml.at("/loginTicketResponse/header/expirationTime"));
    if (token.isEmpty() || sign.isEmpty() || ends.isEmpty()) {
      throw new ConnectorException(UNANSWERED, "login answered without a ticket");
    }
    try {
      var life = Duration.between(now, OffsetDateTime.parse(ends.get()).toInstant());
      return new Kept.Grant<>(new Ticket(token.get(), sign.get()), life);
    } catch (DateTimeException unreadable) {
      throw new ConnectorException(UNANSWERED, "login answered a ticket without a readable end");
    }
  }

  /** The code of a fault without its prefix: {@code cms.cert.expired}. */
  private static Optional<String> fault(HttpAnswer answer) {
    return at(answer, "//*[local-name()='Fault']/faultcode")
        .map(code -> code.substring(code.indexOf(':') + 1));
  }

  private static Optional<Instant> clock(HttpAnswer answer) {
    try {
      return answer
          .header("Date")
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> at(HttpAnswer answer, String path) {
    return AnswerBody.of(answer.body())
        .filter(AnswerBody.Xml.class::isInstance)
        .flatMap(body -> body.at(path));
  }
}
