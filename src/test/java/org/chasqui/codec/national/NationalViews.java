package org.chasqui.codec.national;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.Codec;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.AgencyType;
import org.chasqui.message.Authority;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.CodecFormats;

/** The national formats with a profile each, for tests. */
final class NationalViews {
  static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");

  /** Invented: no administration is known to use this service. */
  static final ProfileView CDS =
      new ProfileView(
          "br",
          "urn:lac-ead:party:BR:customs:CDS",
          "An administration",
          "BR",
          "USD",
          ZoneId.of("America/Port_of_Spain"),
          List.of("en"),
          Map.of("custOrganizationCd", "BRC", "declarationStateCd", "20"),
          Map.of(
              "decision-status",
              Map.of(
                  "1", "ASSESSMENT_COMPLETE",
                  "2", "RELEASED",
                  "3", "DUTY_ASSESSED",
                  "4", "REGISTERED",
                  "6", "REFUSED",
                  "7", "HELD",
                  "30", "DUTY_ASSESSED"),
              "cds-decision",
              Map.of("RELEASED", "2", "HELD", "7", "DUTY_ASSESSED", "3", "REFUSED", "6")),
          false);

  private static final Map<String, ProfileView> VIEWS =
      Map.ofEntries(
          entry("upu-cds", CDS),
          entry("siscomex-remessa", SouthernViews.BR),
          entry("siscomex-retificacao", SouthernViews.BR),
          entry("siscomex-presenca", SouthernViews.BR),
          entry("siscomex-devolucao", SouthernViews.BR),
          entry("siscomex-consulta", SouthernViews.BR),
          entry("asycuda-awbolds", CaribbeanViews.AG),
          entry("asycuda-awdelete", CaribbeanViews.AG),
          entry("asycuda-awmds", CaribbeanViews.AG),
          entry("asycuda-awappend", CaribbeanViews.AG),
          entry("asycuda-awmcds", CaribbeanViews.AG),
          entry("asycuda-sad-421", CaribbeanViews.GD),
          entry("asycuda-sad-jm", CaribbeanViews.JM),
          entry("asycuda-sad", CaribbeanViews.JM),
          entry("asycuda-status", CaribbeanViews.AG),
          entry("wco-declaration", SouthernViews.PE),
          entry("wco-response", SouthernViews.PE),
          entry("siga-import", CaribbeanViews.DO),
          entry("duca-xml", CaribbeanViews.HN),
          entry("duca-json", CaribbeanViews.HN),
          entry("duca-xml-answer", CaribbeanViews.HN),
          entry("duca-json-answer", CaribbeanViews.HN),
          entry("atena-sad", CaribbeanViews.CR),
          entry("atena-declaration", CaribbeanViews.CR),
          entry("siga-import-dua", NationalBatchTest.with(CaribbeanViews.DO, "declareAbove", "0")),
          entry("wco-declaration-seida", SouthernViews.SEIDA),
          entry("din-declaration", SouthernViews.CL),
          entry("din-response", SouthernViews.CL),
          entry("ecuapass-envelope", SouthernViews.EC),
          entry("ecuapass-response", SouthernViews.EC),
          entry("vucem-cove", SouthernViews.MX),
          entry("vucem-answer", SouthernViews.MX),
          entry("saai-m3", SouthernViews.MX),
          entry("arca-estados", SouthernViews.AR),
          entry("muisca-file", SouthernViews.CO),
          entry("cuscar-d96b", CaribbeanViews.GT));

  static final List<Encoder> ENCODERS = encoders();

  /** Those that bring declarations whole, not only their ids. */
  static final List<Encoder> DECLARING =
      ENCODERS.stream()
          .filter(codec -> codec.encodes().contains(MessageKind.ITEM_DECLARATION))
          .filter(codec -> !codec.name().equals("asycuda-awdelete"))
          .toList();

  static final List<Decoder> DECODERS = of(Decoder.class);

  private NationalViews() {}

  /** All of them, and again those that write another document by another profile. */
  private static List<Encoder> encoders() {
    var all = new ArrayList<>(of(Encoder.class));
    all.add(new ProfiledEncoder("siga-import-dua", all, "siga-import"));
    all.add(new ProfiledEncoder("wco-declaration-seida", all, "wco-declaration"));
    return List.copyOf(all);
  }

  private static <T> List<T> of(Class<T> type) {
    return CodecFormats.registry().all().stream()
        .filter(codec -> VIEWS.containsKey(codec.name()))
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  static Encoder encoder(String name) {
    return ENCODERS.stream().filter(codec -> codec.name().equals(name)).findFirst().orElseThrow();
  }

  static Decoder decoder(String name) {
    return DECODERS.stream().filter(codec -> codec.name().equals(name)).findFirst().orElseThrow();
  }

  static ProfileView view(Codec codec) {
    return VIEWS.get(codec.name());
  }

  static EncodeContext encoding(Codec codec) {
    return new EncodeContext(view(codec), AT, "GW000000000042");
  }

  /** The same where the administration has registered all that the messages are about. */
  static EncodeContext encoding(Encoder codec, List<RegionalMessage> messages) {
    return encoding(codec, view(codec), messages);
  }

  static EncodeContext encoding(Encoder codec, ProfileView view, List<RegionalMessage> messages) {
    var earlier = new HashMap<String, List<RegionalMessage>>();
    for (var message : messages) {
      for (var key : codec.refersTo(message)) {
        earlier.put(key, List.of(registered(message, key, view)));
      }
    }
    return new EncodeContext(view, AT, "GW000000000042", earlier);
  }

  /** The function of the declarations that a codec writes. */
  static MessageFunction function(Codec codec) {
    return codec.name().equals("siscomex-retificacao")
        ? MessageFunction.AMENDMENT
        : MessageFunction.ORIGINAL;
  }

  private static RegionalMessage registered(
      RegionalMessage message, String itemId, ProfileView view) {
    var numbers = Map.of("numeroManifesto", "SRP201300000017", "numeroLote", "ABC2024010100001");
    var decision =
        CustomsDecision.builder()
            .declaration(new DeclarationReference(itemId, null, null, null, Map.of()))
            .authority(new Authority(view.countryCode(), view.name(), AgencyType.CUSTOMS, Map.of()))
            .extensions(Map.of("br.gov.siscomex.remessa", numbers))
            .build();
    return new RegionalMessage(message.envelope(), decision);
  }

  static DecodeContext decoding(Codec codec) {
    return new DecodeContext(view(codec), "urn:lac-ead:party:XX:gateway:CHASQUI", AT, "doc-1");
  }
}
