package org.chasqui.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Siscomex Remessa: documents in JSON, a protocol number at once and the outcome later, faulty
 * items told in {@code erros[]}; where items stand later is asked for by a query
 * (national-south-america-mexico §2.1). Written anew from that text; the checks are {@link
 * RemessaRules}.
 */
final class SiscomexFormat implements QueriedFormat {
  private static final JsonMapper JSON = new JsonMapper();

  private final SiscomexDocument document;
  private final boolean strict;
  private final ItemRegister register;

  SiscomexFormat(SiscomexDocument document, boolean strict, ItemRegister register) {
    this.document = document;
    this.strict = strict;
    this.register = register;
  }

  @Override
  public Effect effect() {
    return document.effect();
  }

  @Override
  public Submission read(byte[] submitted) {
    var root = tree(submitted);
    if (root == null) {
      return QuickScan.unreadable("JSON");
    }
    var faults = new ArrayList<Fault>();
    if (strict) {
      RemessaRules.check(document, root, register, faults);
    }
    var itemIds = new ArrayList<String>();
    for (var manifest : RemessaRules.manifests(document, root)) {
      for (var remessa : manifest.path("remessas")) {
        itemIds.add(remessa.path("numeroRemessa").asText());
      }
    }
    return new Submission(itemIds, faults, root.path("cnpjDeclarante").asText(null));
  }

  private static JsonNode tree(byte[] text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  @Override
  public HubAnswer receipt(String reference) {
    return HubAnswer.json(
        200,
        "{\"dataHoraTransmissao\":\"%s\",\"numeroProtocolo\":\"%s\"}"
            .formatted(SiscomexAnswers.time(Instant.now()), reference));
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    var answer = JSON.createObjectNode();
    answer.put("code", "REMX-ER0001");
    answer.put("message", "Documento inválido");
    answer.put("severity", "ERROR");
    answer.put("date", SiscomexAnswers.time(Instant.now()));
    var details = answer.putArray("detail");
    for (var fault : faults) {
      var detail = details.addObject();
      detail.put("code", fault.code());
      detail.put("message", fault.text());
      detail.put("path", fault.place());
      detail.put("severity", "ERROR");
    }
    return HubAnswer.json(422, answer.toString());
  }

  @Override
  public boolean takesInPart() {
    return true;
  }

  @Override
  public HubAnswer notYet(Batch batch) {
    return HubAnswer.json(200, head(batch, 0).toString());
  }

  @Override
  public HubAnswer outcome(Batch batch, List<Ruling> rulings, List<Fault> faults) {
    var root = head(batch, 1);
    if (document == SiscomexDocument.PRESENCE) {
      root.put("numeroManifesto", manifest(rulings, batch));
      var remessas = root.putArray("remessas");
      rulings.forEach(ruling -> SiscomexAnswers.detail(remessas.addObject(), ruling));
    } else {
      manifests(root, rulings);
    }
    var errors = faults.isEmpty() ? null : root.putArray("erros");
    for (var fault : faults) {
      var error = errors.addObject();
      error.put("codigoMensagem", "ER" + "%03d".formatted(RemessaRules.number(fault.code())));
      error.put("mensagem", fault.text() + (fault.place() == null ? "" : ": " + fault.place()));
      error.put("numeroRemessa", fault.itemId());
    }
    return HubAnswer.json(200, root.toString());
  }

  private ObjectNode head(Batch batch, int situation) {
    var root = SiscomexAnswers.head(batch.protocol(), batch, situation);
    var received = SiscomexAnswers.time(Instant.ofEpochMilli(batch.receivedAt()));
    switch (document) {
      case REGISTRATION, RECTIFICATION -> {
        root.put("dataHorarioRegistroLote", received);
        root.put("numeroLote", SiscomexNumbers.lot(lot(batch)));
        root.putArray("manifestos");
      }
      case RETURN -> {
        root.put("dataHorarioRegistroDevolucao", received);
        root.put("numeroDevolucao", SiscomexNumbers.lot(batch.registration()).substring(4));
        root.putArray("manifestos");
      }
      case PRESENCE -> root.put("numeroManifesto", manifest(List.of(), batch));
    }
    return root;
  }

  /** A rectification is of the lot that its items were registered in. */
  private long lot(Batch batch) {
    return document == SiscomexDocument.REGISTRATION || batch.itemIds().isEmpty()
        ? batch.registration()
        : register.keyOf(batch.itemIds().getFirst());
  }

  private String manifest(List<Ruling> rulings, Batch batch) {
    var itemId =
        rulings.isEmpty()
            ? batch.itemIds().stream().findFirst().orElse("")
            : rulings.getFirst().itemId();
    return SiscomexNumbers.manifest(register.keyOf(itemId));
  }

  /** Items by the manifest that they were registered in. */
  private void manifests(ObjectNode root, List<Ruling> rulings) {
    var byManifest = new LinkedHashMap<Long, List<Ruling>>();
    for (var ruling : rulings) {
      byManifest
          .computeIfAbsent(register.keyOf(ruling.itemId()), any -> new ArrayList<>())
          .add(ruling);
    }
    var manifests = root.withArray("manifestos");
    byManifest.forEach(
        (registration, items) -> {
          var manifest = manifests.addObject();
          manifest.put("numeroManifesto", SiscomexNumbers.manifest(registration));
          var remessas = manifest.putArray("remessas");
          for (var ruling : items) {
            if (document == SiscomexDocument.RETURN) {
              SiscomexAnswers.returned(remessas.addObject(), ruling, registration);
            } else {
              SiscomexAnswers.registered(
                  remessas.addObject(), ruling, document == SiscomexDocument.RECTIFICATION);
            }
          }
        });
  }

  /** The outcome of a status query; pushed in the same form. */
  @Override
  public byte[] decisions(List<Ruling> rulings) {
    var batch = new Batch("0".repeat(36), null, List.of(), List.of(), 0);
    return details("0".repeat(36), batch, rulings).toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String queryKey(Batch batch) {
    return document == SiscomexDocument.REGISTRATION
        ? SiscomexNumbers.lot(batch.registration())
        : null;
  }

  /** A query is {@code consulta-lote}: the number of the lot and who declares. */
  @Override
  public String queried(byte[] query) {
    var root = tree(query);
    var whole = root != null && root.path("cnpjDeclarante").isTextual();
    return whole ? root.path("numeroLote").asText(null) : null;
  }

  @Override
  public HubAnswer queryOutcome(String protocol, Batch batch, List<Ruling> rulings) {
    return HubAnswer.json(200, details(protocol, batch, rulings).toString());
  }

  private ObjectNode details(String protocol, Batch batch, List<Ruling> rulings) {
    var root = SiscomexAnswers.head(protocol, batch, 1);
    var byManifest = new LinkedHashMap<Long, List<Ruling>>();
    for (var ruling : rulings) {
      byManifest
          .computeIfAbsent(register.keyOf(ruling.itemId()), any -> new ArrayList<>())
          .add(ruling);
    }
    var manifests = root.putArray("manifestos");
    byManifest.forEach(
        (registration, items) -> {
          var manifest = manifests.addObject();
          SiscomexAnswers.manifest(manifest, batch, registration);
          var remessas = manifest.putArray("remessas");
          items.forEach(ruling -> SiscomexAnswers.detail(remessas.addObject(), ruling));
        });
    return root;
  }

  @Override
  public String mediaType() {
    return "application/json";
  }
}
