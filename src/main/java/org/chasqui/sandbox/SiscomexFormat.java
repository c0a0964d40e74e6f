package org.chasqui.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Siscomex Remessa: batches of declarations in JSON, a protocol number at once and the outcome
 * later, faulty items told in {@code erros[]} (national-south-america-mexico §2.1). Written anew
 * from that text; the checks are {@link RemessaRules}.
 */
final class SiscomexFormat implements HubFormat {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.ofHours(-3));
  private static final String EXCHANGE_RATE = "5.40000";

  private final boolean strict;

  SiscomexFormat(boolean strict) {
    this.strict = strict;
  }

  @Override
  public Submission read(byte[] document) {
    JsonNode root;
    try {
      root = JSON.readTree(document);
    } catch (JsonProcessingException e) {
      return QuickScan.unreadable("JSON");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
    var faults = new ArrayList<Fault>();
    if (strict) {
      RemessaRules.batch(root, faults);
    }
    var itemIds = new ArrayList<String>();
    for (var manifest : root.path("manifestos")) {
      for (var remessa : manifest.path("remessas")) {
        itemIds.add(remessa.path("numeroRemessa").asText());
      }
    }
    return new Submission(itemIds, faults, root.path("cnpjDeclarante").asText(null));
  }

  @Override
  public HubAnswer receipt(String reference) {
    return HubAnswer.json(
        200,
        "{\"dataHoraTransmissao\":\"%s\",\"numeroProtocolo\":\"%s\"}"
            .formatted(TIME.format(Instant.now()), reference));
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    var answer = JSON.createObjectNode();
    answer.put("code", "REMX-ER0001");
    answer.put("message", "Lote inválido");
    answer.put("severity", "ERROR");
    answer.put("date", TIME.format(Instant.now()));
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
    return HubAnswer.json(200, outcome(batch, 0).toString());
  }

  @Override
  public HubAnswer outcome(Batch batch, List<Ruling> rulings, List<Fault> faults) {
    var root = outcome(batch, 1);
    remessas(root, rulings);
    var errors = faults.isEmpty() ? null : root.putArray("erros");
    for (var fault : faults) {
      var error = errors.addObject();
      error.put("codigoMensagem", "ER" + "%03d".formatted(RemessaRules.number(fault.code())));
      error.put("mensagem", fault.text() + (fault.place() == null ? "" : ": " + fault.place()));
      error.put("numeroRemessa", fault.itemId());
    }
    return HubAnswer.json(200, root.toString());
  }

  private static ObjectNode outcome(Batch batch, int situation) {
    var root = JSON.createObjectNode();
    var received = TIME.format(Instant.ofEpochMilli(batch.receivedAt()));
    root.put("cnpj", batch.sender());
    root.put("dataHorarioEnvio", received);
    root.put("dataHorarioRegistroLote", received);
    root.put("dataHoraProcessamento", TIME.format(Instant.now()));
    root.put("numeroLote", batch.protocol().replace("-", "").substring(0, 16));
    root.put("numeroProtocolo", batch.protocol());
    root.put("situacao", situation);
    root.putArray("manifestos");
    return root;
  }

  private static void remessas(ObjectNode root, List<Ruling> rulings) {
    var manifest = ((ArrayNode) root.get("manifestos")).addObject();
    manifest.put("numeroManifesto", root.get("numeroLote").asText().substring(1));
    var remessas = manifest.putArray("remessas");
    for (var ruling : rulings) {
      var remessa = remessas.addObject();
      remessa.put("numeroRemessa", ruling.itemId());
      remessa.put("numeroDIR", ruling.registration());
      remessa.put("versaoDIR", "1");
      remessa.put("novaSituacaoRemessa", situation(ruling.verdict()));
      amounts(remessa, ruling);
      remessa.putArray("ocorrencias");
    }
  }

  private static void amounts(ObjectNode remessa, Ruling ruling) {
    var tax = ruling.dutiable() ? ruling.duty() : BigDecimal.ZERO.setScale(2);
    var base = ruling.base();
    for (var name : List.of("valorTributavelBRL", "valorTributavelUSD", "valorTotalUSD")) {
      remessa.put(name, base);
    }
    remessa.put("valorTotalBRL", base.add(tax));
    remessa.put("valorIIBRL", tax);
    for (var name : List.of("valorMultasBRL", "valorFreteBRL", "valorFreteUSD")) {
      remessa.put(name, BigDecimal.ZERO.setScale(2));
    }
    remessa.put("txCambioDtRegistro", new BigDecimal(EXCHANGE_RATE));
  }

  /** Published status codes; which of them a script means is ours. */
  private static int situation(Verdict verdict) {
    return switch (verdict) {
      case REGISTERED -> 18;
      case HELD -> 27;
      case DOCUMENTS -> 37;
      case DUTY -> 26;
      case RELEASED -> 25;
      case REFUSED -> 29;
    };
  }

  /** The outcome of a status query; pushed in the same form. */
  @Override
  public byte[] decisions(List<Ruling> rulings) {
    var batch = new Batch("0".repeat(36), null, List.of(), List.of(), 0);
    var root = outcome(batch, 1);
    remessas(root, rulings);
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String mediaType() {
    return "application/json";
  }
}
