package org.chasqui.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.chasqui.app.gateway.Codecs;
import org.chasqui.app.gateway.Region;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.connector.PartyView;
import org.chasqui.message.AgencyType;
import org.chasqui.message.Authority;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Profile;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficBundle;
import org.chasqui.sandbox.traffic.TrafficOptions;
import org.chasqui.sandbox.traffic.TrafficWriter;

/** What the stages of a benchmark read and write: the same for the same seed. */
final class BenchTraffic {
  private static final Set<String> OF_RECEPTACLES =
      Set.of("upu-resdit", "upu-resdes", "upu-rescon");
  private static final int SIZE = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Region region;
  private final List<TrafficBundle> bundles;
  private final TrafficWriter writer;
  private final Path examples;

  BenchTraffic(Region region, long seed, int items) {
    this.region = region;
    var traffic = new Traffic(TrafficOptions.ofSeed(seed), region.profiles());
    bundles =
        LongStream.range(0, Math.max(1, (items + SIZE - 1) / SIZE))
            .mapToObj(number -> traffic.bundle(number, SIZE))
            .toList();
    examples = region.home().resolve("config/schema/examples");
    writer = region.writer("upu-itmatt");
  }

  List<TrafficBundle> bundles() {
    return bundles;
  }

  long items() {
    return (long) bundles.size() * SIZE;
  }

  byte[] itmatt(TrafficBundle bundle) {
    return writer.write(bundle);
  }

  List<byte[]> documents() {
    return bundles.stream().map(this::itmatt).toList();
  }

  /** The declarations of a bundle, a release of each, or as many examples of another kind. */
  List<RegionalMessage> messages(Encoder encoder, TrafficBundle bundle) {
    if (encoder.encodes().contains(MessageKind.ITEM_DECLARATION)) {
      return declarations(encoder, bundle);
    }
    if (encoder.encodes().contains(MessageKind.CUSTOMS_DECISION)) {
      return bundle.messages().stream().map(message -> released(message, bundle)).toList();
    }
    var example =
        example(encoder.encodes().iterator().next(), !OF_RECEPTACLES.contains(encoder.name()));
    return bundle.messages().stream().map(message -> copy(example, message)).toList();
  }

  /** In the function that the document is of, by the first rule that names it. */
  private List<RegionalMessage> declarations(Encoder encoder, TrafficBundle bundle) {
    var function =
        rules(encoder)
            .flatMap(rule -> rule.functions().stream().sorted())
            .findFirst()
            .filter(any -> !isUsual(encoder))
            .orElse(MessageFunction.ORIGINAL);
    var addressed = recipient(encoder, bundle);
    return bundle.messages().stream()
        .map(
            message -> {
              var item = (ItemDeclaration) message.data();
              return message.with(
                  item.toBuilder()
                      .function(function)
                      .recipient(identified(item.recipient(), addressed))
                      .build());
            })
        .toList();
  }

  /** An addressee with an id of the country, which some formats cannot do without. */
  private static Party identified(Party addressee, Profile recipient) {
    return recipient.identifiers().stream()
        .filter(rule -> rule.example() != null)
        .findFirst()
        .map(
            rule ->
                new PartyIdentifier(
                    rule.scheme(),
                    rule.example().replaceAll("[^0-9A-Za-z]", ""),
                    recipient.identity().countryCode(),
                    Map.of()))
        .map(id -> addressee.toBuilder().identifiers(List.of(id)).build())
        .orElse(addressee);
  }

  private Stream<DocumentRule> rules(Encoder encoder) {
    return region.profiles().administrations().stream()
        .flatMap(party -> party.format().rules().stream())
        .filter(rule -> rule.codec().equals(encoder.name()));
  }

  private boolean isUsual(Encoder encoder) {
    return region.profiles().administrations().stream()
        .anyMatch(party -> party.format().codec().equals(encoder.name()));
  }

  /** A party that is sent the format; a post for the postal ones. */
  Profile recipient(Encoder encoder, TrafficBundle bundle) {
    var administrations = region.profiles().administrations();
    return administrations.stream()
        .filter(party -> party.format().codec().equals(encoder.name()))
        .findFirst()
        .or(
            () ->
                administrations.stream()
                    .filter(party -> rule(encoder, party).isPresent())
                    .findFirst())
        .or(
            () ->
                administrations.stream()
                    .filter(party -> family(party.format().codec()).equals(family(encoder.name())))
                    .findFirst())
        .or(() -> region.profiles().byId(bundle.toOperator().toLowerCase(Locale.ROOT)))
        .orElseThrow();
  }

  /** Documents that no profile asks for have the settings of their family. */
  private static String family(String codec) {
    return codec.replaceFirst("-.*", "");
  }

  private static Optional<DocumentRule> rule(Encoder encoder, Profile party) {
    return party.format().rules().stream()
        .filter(rule -> rule.codec().equals(encoder.name()))
        .findFirst();
  }

  /** What the codec sees of the recipient; of one who is sent another format, the same settings. */
  ProfileView view(Encoder encoder, Profile recipient) {
    return rule(encoder, recipient)
        .filter(any -> !recipient.format().codec().equals(encoder.name()))
        .map(rule -> PartyView.of(recipient, rule))
        .orElseGet(() -> PartyView.of(recipient));
  }

  /** A decision of the recipient on whatever the documents refer to, with all numbers. */
  Map<String, List<RegionalMessage>> earlier(
      Encoder encoder, List<RegionalMessage> messages, ProfileView view) {
    var earlier = new HashMap<String, List<RegionalMessage>>();
    for (var message : messages) {
      for (var key : encoder.refersTo(message)) {
        earlier.computeIfAbsent(key, any -> List.of(registered(message, key, view)));
      }
    }
    return earlier;
  }

  private static RegionalMessage registered(
      RegionalMessage message, String itemId, ProfileView view) {
    var numbers = Map.of("numeroManifesto", "SRP202600000017", "numeroLote", "LOTE202600000017");
    var decision =
        CustomsDecision.builder()
            .declaration(new DeclarationReference(itemId, null, null, null, Map.of()))
            .status(DecisionStatus.REGISTERED)
            .authority(new Authority(view.countryCode(), view.name(), AgencyType.CUSTOMS, Map.of()))
            .extensions(Map.of("br.gov.siscomex.remessa", numbers))
            .build();
    return new RegionalMessage(message.envelope(), decision);
  }

  /** That of the regional schema, or one of receptacles where items have no place. */
  private RegionalMessage example(MessageKind kind, boolean items) {
    try {
      var file = examples.resolve(kind.schemaName() + ".json").toFile();
      var tree = (ObjectNode) JSON.readTree(file);
      var data = (ObjectNode) tree.path("data");
      if (kind == MessageKind.DISPATCH_PREADVICE) {
        // carriers are told of consignments, which the example of the schema leaves out
        data.put("consignmentId", "BENCH");
      } else if (kind == MessageKind.TRACKING_EVENT && !items) {
        ofReceptacles(data);
      }
      return Codecs.json().read(JSON.writeValueAsBytes(tree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void ofReceptacles(ObjectNode event) {
    var receptacle = "CLSCLAPELIMAACN60012001100125";
    event.put("eventType", "RECEPTACLE_RECEIVED").remove(List.of("reason", "sourceEventCode"));
    var scope = event.putObject("scope");
    scope.putArray("receptacleIds").add(receptacle);
    scope.put("dispatchId", receptacle.substring(0, 20));
    var extensions = event.putObject("extensions");
    extensions.putObject("upu.resdit").put("consignmentId", "BENCH");
    extensions.putObject("upu.rescon").put("consignmentId", "BENCH");
  }

  /** With an envelope of its own. */
  private static RegionalMessage copy(RegionalMessage example, RegionalMessage of) {
    var envelope = example.envelope();
    return new RegionalMessage(
        new Envelope(
            of.envelope().id(),
            envelope.source(),
            envelope.kind(),
            envelope.subject(),
            envelope.time(),
            envelope.recipient(),
            envelope.correlationId(),
            null,
            false,
            Map.of()),
        example.data());
  }

  private static RegionalMessage released(RegionalMessage message, TrafficBundle bundle) {
    var itemId = ((ItemDeclaration) message.data()).itemId();
    var declared = message.envelope();
    var envelope =
        new Envelope(
            DecodeContext.stableId("bench/envelope/" + itemId),
            declared.recipient(),
            MessageKind.CUSTOMS_DECISION,
            itemId,
            bundle.at().toString(),
            declared.source(),
            declared.correlationId(),
            null,
            false,
            Map.of());
    return new RegionalMessage(envelope, release(itemId, bundle));
  }

  private static CustomsDecision release(String itemId, TrafficBundle bundle) {
    var at = bundle.at().toString();
    return CustomsDecision.builder()
        .decisionId(DecodeContext.stableId("bench/" + itemId))
        .version(1)
        .declaration(new DeclarationReference(itemId, null, null, null, Map.of()))
        .status(DecisionStatus.RELEASED)
        .decidedAt(at)
        .releasedAt(at)
        .authority(new Authority(bundle.toCountry(), "Customs", AgencyType.CUSTOMS, Map.of()))
        .build();
  }
}
