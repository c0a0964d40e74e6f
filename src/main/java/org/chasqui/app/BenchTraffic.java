package org.chasqui.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.message.AgencyType;
import org.chasqui.message.Authority;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficBundle;
import org.chasqui.sandbox.traffic.TrafficOptions;
import org.chasqui.sandbox.traffic.TrafficWriter;

/** What the stages of a benchmark read and write: the same for the same seed. */
final class BenchTraffic {
  private static final int SIZE = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<TrafficBundle> bundles;
  private final TrafficWriter writer;
  private final Path examples;

  BenchTraffic(Region region, long seed, int items) {
    var traffic = new Traffic(TrafficOptions.ofSeed(seed), region.profiles());
    bundles =
        LongStream.range(0, Math.max(1, (items + SIZE - 1) / SIZE))
            .mapToObj(number -> traffic.bundle(number, SIZE))
            .toList();
    examples = region.home().resolve("config/schema/examples");
    writer = TrafficMixin.writer(region, "upu-itmatt");
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
      return bundle.messages();
    }
    if (encoder.encodes().contains(MessageKind.CUSTOMS_DECISION)) {
      return bundle.messages().stream().map(message -> released(message, bundle)).toList();
    }
    var example = example(encoder.encodes().iterator().next(), encoder.name().equals("upu-emsevt"));
    return bundle.messages().stream().map(message -> copy(example, message)).toList();
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
    var at = bundle.at().toString();
    var source = message.envelope().recipient();
    var decision =
        CustomsDecision.builder()
            .decisionId(DecodeContext.stableId("bench/" + itemId))
            .version(1)
            .declaration(new DeclarationReference(itemId, null, null, null, Map.of()))
            .status(DecisionStatus.RELEASED)
            .decidedAt(at)
            .releasedAt(at)
            .authority(new Authority(bundle.toCountry(), "Customs", AgencyType.CUSTOMS, Map.of()))
            .build();
    var envelope =
        new Envelope(
            DecodeContext.stableId("bench/envelope/" + itemId),
            source,
            MessageKind.CUSTOMS_DECISION,
            itemId,
            at,
            message.envelope().source(),
            message.envelope().correlationId(),
            null,
            false,
            Map.of());
    return new RegionalMessage(envelope, decision);
  }
}
