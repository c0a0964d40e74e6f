package org.chasqui.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.connector.PartyView;
import org.chasqui.console.document.DocumentText;
import org.chasqui.ledger.DeliveryOutcome;
import org.chasqui.ledger.DeliveryState;
import org.chasqui.ledger.Interpretation;
import org.chasqui.ledger.ItemLife;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.LineState;
import org.chasqui.ledger.NewDelivery;
import org.chasqui.ledger.NewInterchange;
import org.chasqui.ledger.NewMessage;
import org.chasqui.ledger.NewProblem;
import org.chasqui.ledger.RawDocument;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.CodecFormats;
import org.chasqui.profile.ConfigurationException;
import org.chasqui.profile.Profiles;
import org.chasqui.rule.RuleBook;
import org.chasqui.sandbox.traffic.Scripts;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficBundle;
import org.chasqui.sandbox.traffic.TrafficOptions;

/**
 * A ledger full of what happens at a gateway: a post declares items to two administrations, one
 * item is unusable, one administration decides and the post is told, the other's delivery is
 * parked.
 */
final class Story {
  static final Path CONFIG = Path.of("config");
  static final String POST = "cla";
  static final String DECIDING = "br";
  static final String PARKING = "jm";
  static final String INTERRUPTED = "do";
  private static final Duration LEASE = Duration.ofMinutes(1);

  final Ledger ledger;
  final CodecRegistry codecs;
  final Profiles profiles;
  final List<String> decided = new ArrayList<>();
  final List<String> parked = new ArrayList<>();
  String unusable;
  long parkedDelivery;
  long offered;
  long declared;
  long held;
  long heldDelivery;

  private record Told(long interchange, NewDelivery delivery, List<RegionalMessage> messages) {}

  private final StoryRows rows;
  private final RuleBook rules;

  Story(Ledger ledger) throws ConfigurationException {
    this.ledger = ledger;
    codecs = CodecFormats.registry();
    profiles = Profiles.load(CONFIG, Map.of(), CodecFormats.catalog());
    rows = new StoryRows(ledger, this::view);
    rules = RuleBook.of(profiles);
    ledger.rules().keep(rules.texts());
  }

  /** Lets it all happen. */
  Story tell() throws IOException {
    var toBrazil = traffic("CL", "BR", 1).bundle(0, 3);
    var first = declare(toBrazil, DECIDING, "siscomex-remessa");
    declared = first.interchange();
    deliver(first, DECIDING, "siscomex-remessa");
    first.messages().forEach(message -> decided.add(message.envelope().subject()));
    decide(first.messages().getFirst());
    var toJamaica = traffic("CL", "JM", 2).bundle(0, 3);
    var second = declare(toJamaica, PARKING, "asycuda-awbolds");
    second.messages().forEach(message -> parked.add(message.envelope().subject()));
    park(second);
    ledger.partyState(INTERRUPTED, Region.BREAKER, "OPEN");
    return this;
  }

  Traffic traffic(String from, String to, long seed) {
    var plain = TrafficOptions.ofSeed(seed);
    return new Traffic(
        new TrafficOptions(
            seed, List.of(from), List.of(to), 0, Scripts.NONE, plain.date(), plain.edifact()),
        profiles);
  }

  /** The interchange of a bundle; the weight of its last item is no number. */
  private byte[] interchange(TrafficBundle bundle) {
    var context =
        new EncodeContext(
            view(bundle.toOperator().toLowerCase(Locale.ROOT)),
            bundle.at().toInstant(),
            bundle.reference());
    var document = codecs.encoder("upu-itmatt").orElseThrow().encode(bundle.messages(), context);
    unusable = bundle.messages().getLast().envelope().subject();
    var text = DocumentText.of(document.document(), null);
    int weight = text.indexOf("KGM:", text.indexOf(unusable)) + "KGM:".length();
    return (text.substring(0, weight) + "A" + text.substring(weight))
        .getBytes(DocumentText.charset(document.document(), null));
  }

  private Told declare(TrafficBundle bundle, String recipient, String codec) throws IOException {
    var document = interchange(bundle);
    long id = push(bundle.reference(), document);
    var read = read(document, id);
    var messages = new ArrayList<NewMessage>();
    var problems = new ArrayList<NewProblem>();
    var assessments = new HashMap<Long, String>();
    for (var decoded : read) {
      var row = rows.row(decoded, POST);
      messages.add(row);
      if (!row.refused() && decoded.message().data() instanceof ItemDeclaration declaration) {
        rules
            .assess(declaration, Instant.now())
            .ifPresent(assessment -> assessments.put(row.id(), assessment.text()));
      }
      decoded.problems().forEach(p -> problems.add(new NewProblem(row.position(), row.id(), p)));
    }
    var usable = messages.stream().filter(row -> !row.refused()).toList();
    var delivery = rows.delivery(recipient, codec, null, usable);
    var claim = ledger.claimInterchange(id, LEASE).orElseThrow();
    ledger.record(
        claim,
        new Interpretation(
            messages.size(),
            messages,
            problems,
            List.of(delivery),
            true,
            StoryQuality.of(POST, read),
            List.of(),
            assessments,
            ItemLife.NONE));
    return new Told(
        id, delivery, read.stream().map(Decoded::message).filter(m -> m != null).toList());
  }

  /** The post declares items to Uruguay, which is closed until a moment; gives the items. */
  List<String> hold(Instant until) throws IOException {
    var told = declare(traffic("CL", "UY", 3).bundle(0, 2), "uy", "regional-json");
    ledger.holding().hold("uy", List.of(told.delivery().id()), until);
    held = told.interchange();
    heldDelivery = told.delivery().id();
    return told.messages().stream().map(message -> message.envelope().subject()).toList();
  }

  /** The post sends the pre-advice of a dispatch to Brazil; nobody is sent it. */
  void preadvise(String dispatch, String reference, List<String> items) throws IOException {
    var document = StoryRows.preadvice(dispatch, reference, items);
    long id = push(reference, document);
    var messages = read(document, id).stream().map(read -> rows.row(read, POST)).toList();
    var claim = ledger.claimInterchange(id, LEASE).orElseThrow();
    ledger.record(claim, new Interpretation(messages.size(), messages, List.of(), List.of(), true));
  }

  private long push(String reference, byte[] document) throws IOException {
    var header =
        new NewInterchange(
            POST,
            "http",
            "upu-edifact",
            "application/edifact",
            reference,
            reference,
            false,
            0,
            Instant.now());
    return ledger.accept(header, RawDocument.of(document)).interchangeId();
  }

  private List<Decoded> read(byte[] document, long interchange) throws IOException {
    var read = new ArrayList<Decoded>();
    var context =
        new DecodeContext(view(POST), PartyAddress.GATEWAY.urn(), Instant.now(), "" + interchange);
    codecs
        .decoder("upu-edifact")
        .orElseThrow()
        .decode(
            new ByteArrayInputStream(document),
            context,
            new Decoder.Sink() {
              @Override
              public void item(Decoded decoded) {
                read.add(decoded);
              }

              @Override
              public void end(DocumentEnd end) {}
            });
    return read;
  }

  private void deliver(Told told, String recipient, String codec) {
    var claim = ledger.claim(told.delivery().id(), LEASE).orElseThrow();
    var encoded = encode(told, recipient, codec);
    ledger.finish(
        claim,
        new DeliveryOutcome(
            DeliveryState.DELIVERED,
            null,
            "2026-000123",
            null,
            encoded.document(),
            encoded.mediaType(),
            "{\"ok\":true}".getBytes(StandardCharsets.UTF_8),
            StoryRows.lines(told.delivery().messageIds(), encoded, LineState.DELIVERED)));
  }

  private void park(Told told) {
    var claim = ledger.claim(told.delivery().id(), LEASE).orElseThrow();
    var encoded = encode(told, PARKING, "asycuda-awbolds");
    parkedDelivery = told.delivery().id();
    ledger.finish(
        claim,
        new DeliveryOutcome(
            DeliveryState.PARKED,
            null,
            null,
            "EAD-9002 no answer after 8 attempts",
            encoded.document(),
            encoded.mediaType(),
            null,
            StoryRows.lines(told.delivery().messageIds(), encoded, LineState.PARKED)));
  }

  private Encoded encode(Told told, String recipient, String codec) {
    var context = new EncodeContext(view(recipient), Instant.now(), told.delivery().reference());
    return codecs.encoder(codec).orElseThrow().encode(told.messages(), context);
  }

  private void decide(RegionalMessage declaration) throws IOException {
    var decision = rows.decision(declaration);
    var header =
        new NewInterchange(
            DECIDING,
            "answer",
            "siscomex-consulta",
            "application/json",
            decision.envelope().id(),
            "DEC-1",
            false,
            0,
            Instant.now());
    var document = RawDocument.of(new RegionalJson().write(decision));
    long id = ledger.accept(header, document).interchangeId();
    var row =
        rows.row(
            new Decoded(1, decision.envelope().subject(), null, decision, List.of()), DECIDING);
    var delivery = rows.delivery(POST, "upu-cusrsp", DECIDING, List.of(row));
    var claim = ledger.claimInterchange(id, LEASE).orElseThrow();
    ledger.record(claim, new Interpretation(1, List.of(row), List.of(), List.of(delivery), true));
    offer(new Told(id, delivery, List.of(decision)));
  }

  private void offer(Told told) {
    var claim = ledger.claim(told.delivery().id(), LEASE).orElseThrow();
    var encoded = encode(told, POST, "upu-cusrsp");
    offered = told.delivery().id();
    ledger.finish(
        claim,
        new DeliveryOutcome(
            DeliveryState.OFFERED,
            null,
            null,
            null,
            encoded.document(),
            encoded.mediaType(),
            null,
            List.of()));
  }

  private ProfileView view(String party) {
    return PartyView.of(profiles.byId(party).orElseThrow());
  }
}
