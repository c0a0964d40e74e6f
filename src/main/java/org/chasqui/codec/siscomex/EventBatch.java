package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.FieldLosses;
import org.chasqui.codec.LossList;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.TrackingEvent;

/**
 * What the two documents share that tell the system what happened to registered items: each names
 * manifests and their items, of which the system made the numbers.
 */
abstract class EventBatch implements Encoder {
  private static final JsonFactory JSON = new JsonFactory();

  private final FieldLosses fields;
  private final boolean oneManifest;

  /**
   * For one document.
   *
   * @param carried the fields of a tracking event that it looks after
   * @param oneManifest true when a document has a single manifest
   */
  EventBatch(Set<String> carried, boolean oneManifest) {
    this.fields = FieldLosses.of(TrackingEvent.class, carried);
    this.oneManifest = oneManifest;
  }

  /** Writes one item; {@code base} is its place in the event. */
  abstract void remessa(JsonGenerator json, Item item, LossList losses) throws IOException;

  /** One item of an event with what is known of it. */
  record Item(
      TrackingEvent event,
      String itemId,
      String base,
      RemessaNumbers numbers,
      List<RegionalMessage> earlier,
      EncodeContext context) {}

  @Override
  public final Set<MessageKind> encodes() {
    return Set.of(MessageKind.TRACKING_EVENT);
  }

  @Override
  public final Set<String> settings() {
    return RemessaSettings.ALL;
  }

  @Override
  public final Set<String> requiredSettings() {
    return Set.of(RemessaSettings.CNPJ_DECLARANTE);
  }

  @Override
  public final List<String> refersTo(RegionalMessage message) {
    var event = (TrackingEvent) message.data();
    return event.scope() == null
        ? List.of()
        : event.scope().items().stream()
            .map(item -> item.itemId())
            .filter(itemId -> itemId != null)
            .toList();
  }

  @Override
  public final Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var manifests = new LinkedHashMap<String, List<byte[]>>();
    var carriages = new ArrayList<Carriage>(messages.size());
    for (var message : messages) {
      carriages.add(take((TrackingEvent) message.data(), manifests, context));
    }
    var document = manifests.isEmpty() ? new byte[0] : document(manifests, context);
    return new Encoded(document, "application/json", List.copyOf(carriages));
  }

  private Carriage take(
      TrackingEvent event, Map<String, List<byte[]>> manifests, EncodeContext context) {
    var losses = LossList.byPointer();
    fields.report(event, losses);
    var written = new LinkedHashMap<String, List<byte[]>>();
    var items = items(event, context, losses);
    if (losses.carries()) {
      items.forEach(
          item ->
              written
                  .computeIfAbsent(item.numbers().manifest(), any -> new ArrayList<>())
                  .add(written(item, losses)));
    }
    if (oneManifest && written.size() > 1) {
      losses.needs("/scope/items", "", "items of one manifest");
    }
    if (!losses.carries()) {
      return losses.carriage();
    }
    boolean other = !manifests.isEmpty() && !manifests.keySet().containsAll(written.keySet());
    if (oneManifest && other) {
      return new Carriage(Carriage.State.NEXT_DOCUMENT, losses.carriage().problems());
    }
    written.forEach(
        (manifest, remessas) ->
            manifests.computeIfAbsent(manifest, any -> new ArrayList<>()).addAll(remessas));
    return losses.carriage();
  }

  private static List<Item> items(TrackingEvent event, EncodeContext context, LossList losses) {
    var items = new ArrayList<Item>();
    var named = event.scope() == null ? List.<DeclarationReference>of() : event.scope().items();
    if (named.isEmpty()) {
      losses.needs("/scope/items", "", "at least one item");
    }
    for (int i = 0; i < named.size(); i++) {
      var itemId = named.get(i).itemId();
      var base = "/scope/items/" + i;
      var earlier = context.earlier(itemId);
      var numbers = RemessaNumbers.of(earlier, context.view());
      if (itemId == null || itemId.length() > 18) {
        losses.needs(base, "/itemId", "at most 18 characters");
      } else if (numbers.manifest() == null) {
        losses.needs(base, "/itemId", "an item to which the system gave a manifest number");
      }
      items.add(new Item(event, itemId, base, numbers, earlier, context));
    }
    return items;
  }

  private byte[] written(Item item, LossList losses) {
    var out = new ByteArrayOutputStream(256);
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("numeroRemessa", item.itemId());
      remessa(json, item, losses);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private byte[] document(Map<String, List<byte[]>> manifests, EncodeContext context) {
    var out = new ByteArrayOutputStream(1 << 14);
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField(
          "cnpjDeclarante", context.view().setting(RemessaSettings.CNPJ_DECLARANTE));
      if (oneManifest) {
        var only = manifests.entrySet().iterator().next();
        manifest(json, out, only.getKey(), only.getValue());
      } else {
        json.writeArrayFieldStart("manifestos");
        for (var manifest : manifests.entrySet()) {
          json.writeStartObject();
          manifest(json, out, manifest.getKey(), manifest.getValue());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private static void manifest(
      JsonGenerator json, ByteArrayOutputStream out, String number, List<byte[]> remessas)
      throws IOException {
    json.writeStringField("numeroManifesto", number);
    json.writeArrayFieldStart("remessas");
    json.flush();
    RemessaEncoder.join(out, remessas);
    json.writeEndArray();
  }
}
