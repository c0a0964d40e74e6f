package org.chasqui.app;

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

  private final List<TrafficBundle> bundles;
  private final TrafficWriter writer;

  BenchTraffic(Region region, long seed, int items) {
    var traffic = new Traffic(TrafficOptions.ofSeed(seed), region.profiles());
    bundles =
        LongStream.range(0, Math.max(1, (items + SIZE - 1) / SIZE))
            .mapToObj(number -> traffic.bundle(number, SIZE))
            .toList();
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

  /** The declarations of a bundle, or a release of each where only decisions are written. */
  List<RegionalMessage> messages(Encoder encoder, TrafficBundle bundle) {
    return encoder.encodes().contains(MessageKind.ITEM_DECLARATION)
        ? bundle.messages()
        : bundle.messages().stream().map(message -> released(message, bundle)).toList();
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
