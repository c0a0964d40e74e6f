package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.chasqui.codec.LossList;
import org.chasqui.message.Rfc3339;
import org.chasqui.message.TrackingEvent;

/**
 * Writes items that go back as {@code solicitacao-devolucao} (EnvioSolicitaoDeDevoluo.schema.json).
 * The document of export is asked for; that the item's own label stands for it is ours.
 */
final class DevolucaoEncoder extends EventBatch {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

  private static final Set<String> CARRIED =
      Set.of(
          "/eventId",
          "/eventType",
          "/sourceEventCode",
          "/sourceEventListId",
          "/occurredAt",
          "/scope/items/*/itemId",
          "/reason/code",
          "/reason/text");

  DevolucaoEncoder() {
    super(CARRIED, false);
  }

  @Override
  public String name() {
    return "siscomex-devolucao";
  }

  @Override
  public int batchLimit() {
    return 1000;
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(RemessaSettings.RETURN_REASON_MAP);
  }

  @Override
  void remessa(JsonGenerator json, Item item, LossList losses) throws IOException {
    var event = item.event();
    var reason = reason(item, losses);
    if (reason != null) {
      json.writeStringField("codigoMotivoDevolucao", losses.text(reason, 3, "/reason", "/code"));
    }
    losses.assumed("/scope", "", "a document of export; sent as the item id and the event's time");
    json.writeStringField("numeroDocumentoExportacao", item.itemId());
    var time = time(event, item);
    if (time == null) {
      losses.needs("/occurredAt", "", "RFC 3339 with offset");
    } else {
      json.writeStringField("dtDocExportacao", time);
    }
    if (event.reason() != null && event.reason().text() != null) {
      json.writeStringField(
          "observacao", losses.text(event.reason().text(), 500, "/reason", "/text"));
    }
  }

  /** By the map of reasons, whose codes are not public; the setting is for all that it lacks. */
  private static String reason(Item item, LossList losses) {
    var view = item.context().view();
    var code = item.event().reason() == null ? null : item.event().reason().code();
    var mapped = view.code(RemessaSettings.RETURN_REASON_MAP, code);
    if (mapped.isPresent()) {
      return mapped.get();
    }
    var otherwise = view.setting(RemessaSettings.MOTIVO_DEVOLUCAO);
    if (otherwise == null) {
      losses.needs("/reason", "/code", "a code of the map return-reason");
    } else {
      losses.assumed("/reason", "/code", "a code of the map return-reason; sent as " + otherwise);
    }
    return otherwise;
  }

  private static String time(TrackingEvent event, Item item) {
    try {
      return event.occurredAt() == null
          ? null
          : Rfc3339.parse(event.occurredAt())
              .atZoneSameInstant(item.context().view().zone())
              .format(TIME);
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
