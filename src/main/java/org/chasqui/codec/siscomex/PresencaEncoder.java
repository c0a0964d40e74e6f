package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.codec.LossList;
import org.chasqui.message.ItemDeclaration;

/**
 * Writes arrivals of registered items as {@code manifesto-presenca-carga}
 * (ManifestoDePresenaDeCarga.schema.json): one manifest, up to 1,100 items. That a postal event is
 * the presence of cargo is ours.
 */
final class PresencaEncoder extends EventBatch {
  private static final Pattern MASTER = Pattern.compile("\\d{11}|[0-9A-Z]{29}");

  private static final Set<String> CARRIED =
      Set.of(
          // which event becomes a presence is for the profile to say
          "/eventId",
          "/eventType",
          "/sourceEventCode",
          "/sourceEventListId",
          "/scope/items/*/itemId",
          "/scope/receptacleIds",
          "/measuredMass/value",
          "/measuredMass/unitCode");

  PresencaEncoder() {
    super(CARRIED, true);
  }

  @Override
  public String name() {
    return "siscomex-presenca";
  }

  @Override
  public int batchLimit() {
    return 1100;
  }

  @Override
  void remessa(JsonGenerator json, Item item, LossList losses) throws IOException {
    json.writeStringField("numeroMaster", master(item, losses));
    // 0 for an item of a manifest: an item too many is told for express cargo only
    json.writeNumberField("indicadorOver", 0);
    json.writeNumberField("volumesRecebidos", 1);
    var mass = item.event().measuredMass();
    if (mass == null) {
      return;
    }
    if (!"KGM".equals(mass.unitCode())) {
      losses.noTarget("/measuredMass", "", "a mass in kilograms (KGM)");
      return;
    }
    var kilograms =
        losses.decimal(mass.value(), 10, 2, RoundingMode.CEILING, "/measuredMass", "/value");
    RemessaWriter.number(json, "pesoRemessa", kilograms.orElse(null));
  }

  /** The receptacle of the event, of the registration or of the declaration, else the stand-in. */
  private static String master(Item item, LossList losses) {
    for (var named : item.event().scope().receptacleIds()) {
      if (MASTER.matcher(named).matches()) {
        return named;
      }
    }
    if (item.numbers().master() != null) {
      return item.numbers().master();
    }
    for (var message : item.earlier().reversed()) {
      var transport =
          message.data() instanceof ItemDeclaration declared ? declared.transport() : null;
      var declared = transport == null ? null : transport.receptacleId();
      if (declared != null && MASTER.matcher(declared).matches()) {
        return declared;
      }
    }
    return RemessaWriter.masterStandIn(item.context().view(), losses, "/scope/receptacleIds");
  }
}
