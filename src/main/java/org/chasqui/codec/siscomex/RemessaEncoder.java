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
import java.util.zip.CRC32;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Location;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;

/**
 * Writes declarations as one batch of modality P, {@code registro-lote-dir} or {@code
 * retificacao-lote-dir} (RegistroERetificacaoDeLoteDIR.schema.json; national-south-america-mexico
 * §2.1). A rectification names the manifest that the system made at registration.
 */
final class RemessaEncoder implements Encoder {
  private static final JsonFactory JSON = new JsonFactory();

  /** Room for what stands around the manifests. */
  private static final int FRAME_BYTES = 2048;

  /** Room for what stands around the items of one manifest. */
  private static final int MANIFEST_BYTES = 256;

  private final LoteKind kind;

  RemessaEncoder(LoteKind kind) {
    this.kind = kind;
  }

  @Override
  public String name() {
    return kind.codec();
  }

  @Override
  public List<String> refersTo(RegionalMessage message) {
    var itemId = message.data().businessKey();
    return kind == LoteKind.RECTIFICATION && itemId != null ? List.of(itemId) : List.of();
  }

  @Override
  public Set<String> settings() {
    return RemessaSettings.ALL;
  }

  @Override
  public Set<String> requiredSettings() {
    return RemessaSettings.REQUIRED;
  }

  @Override
  public Set<String> codeMaps() {
    return RemessaSettings.MAPS;
  }

  @Override
  public Set<MessageKind> encodes() {
    return Set.of(MessageKind.ITEM_DECLARATION);
  }

  @Override
  public int batchLimit() {
    return 1000;
  }

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var batch = new Batch(kind, context);
    var carriages = messages.stream().map(batch::take).toList();
    var document = batch.manifests.isEmpty() ? new byte[0] : document(batch.manifests, context);
    return new Encoded(document, "application/json", carriages);
  }

  /** Takes one item after another as long as there is room. */
  private static final class Batch {
    private final Map<Manifest, List<byte[]>> manifests = new LinkedHashMap<>();
    private final LoteKind kind;
    private final EncodeContext context;
    private final int most;
    private int room;

    Batch(LoteKind kind, EncodeContext context) {
      this.kind = kind;
      this.context = context;
      this.most = RemessaSettings.maxBytes(context.view()) - FRAME_BYTES;
      this.room = most;
    }

    Carriage take(RegionalMessage message) {
      var losses = LossList.byPointer();
      var remessa =
          new RemessaWriter(kind, context, losses).write((ItemDeclaration) message.data());
      if (!losses.carries()) {
        return losses.carriage();
      }
      int bytes = remessa.bytes().length + 1;
      int framed = bytes + (manifests.containsKey(remessa.manifest()) ? 0 : MANIFEST_BYTES);
      if (framed > room) {
        losses.add(tooLarge(bytes));
        boolean alone = bytes + MANIFEST_BYTES <= most;
        return alone
            ? new Carriage(Carriage.State.NEXT_DOCUMENT, losses.carriage().problems())
            : losses.carriage();
      }
      room -= framed;
      manifests.computeIfAbsent(remessa.manifest(), any -> new ArrayList<>()).add(remessa.bytes());
      return losses.carriage();
    }

    private Problem tooLarge(int bytes) {
      var expected = "items of at most " + most + " bytes in one batch";
      return Problem.of(ProblemCode.TOO_LARGE, Location.WHOLE, bytes + " bytes", expected);
    }
  }

  private byte[] document(Map<Manifest, List<byte[]>> manifests, EncodeContext context) {
    var out = new ByteArrayOutputStream(1 << 16);
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField(
          "cnpjDeclarante", context.view().setting(RemessaSettings.CNPJ_DECLARANTE));
      json.writeStringField("modalidade", "P");
      json.writeStringField("identificadorLote", context.reference());
      if (kind == LoteKind.REGISTRATION) {
        json.writeStringField("sequenciaLote", sequence(context.reference()));
      } else if (RemessaSettings.sendsLot(context.view())) {
        var lot = manifests.keySet().iterator().next().numeroLote();
        if (lot != null) {
          json.writeStringField("numeroLote", lot);
        }
      }
      json.writeArrayFieldStart("manifestos");
      for (var manifest : manifests.entrySet()) {
        manifest(json, out, manifest.getKey(), manifest.getValue(), context.view());
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private void manifest(
      JsonGenerator json,
      ByteArrayOutputStream out,
      Manifest manifest,
      List<byte[]> remessas,
      ProfileView view)
      throws IOException {
    json.writeStartObject();
    var number = manifest.numeroManifesto();
    if (!number.equals("omit")) {
      json.writeStringField("numeroManifesto", number);
    }
    json.writeStringField("paisOrigem", manifest.paisOrigem());
    json.writeStringField("uaDespacho", view.setting(RemessaSettings.UA_DESPACHO));
    if (kind == LoteKind.REGISTRATION) {
      json.writeStringField(
          "presencaCargaAutomatica", view.setting(RemessaSettings.PRESENCA_CARGA, "n"));
    }
    json.writeArrayFieldStart("remessas");
    json.flush();
    join(out, remessas);
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Objects written apart, one after the other. */
  static void join(ByteArrayOutputStream out, List<byte[]> objects) throws IOException {
    for (int i = 0; i < objects.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(objects.get(i));
    }
  }

  /** Five digits, the same for the same reference: its last digits, else drawn from its letters. */
  private static String sequence(String reference) {
    var digits = reference.replaceAll("\\D", "");
    if (digits.isEmpty()) {
      var sum = new CRC32();
      for (int i = 0; i < reference.length(); i++) {
        sum.update(reference.charAt(i));
      }
      digits = Long.toString(sum.getValue());
    }
    var padded = "00000" + digits;
    return padded.substring(padded.length() - 5);
  }

  /**
   * Items of one origin and one receptacle stand in one manifest; those to be rectified in the one
   * that the system made of them.
   */
  record Manifest(
      String paisOrigem, String numeroMaster, String numeroManifesto, String numeroLote) {}

  /** One item, written; its bytes are of no use when the losses hold an error. */
  record Remessa(Manifest manifest, byte[] bytes) {}
}
