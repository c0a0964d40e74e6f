package org.chasqui.sandbox;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The objects of which the answers of Siscomex Remessa are made, by the published schemas. */
final class SiscomexAnswers {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.ofHours(-3));
  private static final String EXCHANGE_RATE = "5.40000";

  private SiscomexAnswers() {}

  static String time(Instant moment) {
    return TIME.format(moment);
  }

  /** What all outcomes begin with. */
  static ObjectNode head(String protocol, HubFormat.Batch batch, int situation) {
    var root = JSON.createObjectNode();
    root.put("cnpj", batch.sender());
    root.put("dataHorarioEnvio", time(Instant.ofEpochMilli(batch.receivedAt())));
    root.put("dataHoraProcessamento", time(Instant.now()));
    root.put("numeroProtocolo", protocol);
    root.put("situacao", situation);
    return root;
  }

  /** {@code RemessaDoProcessamentoDoRegistroOuRetificaoDeLote}. */
  static void registered(ObjectNode remessa, Ruling ruling, boolean rectified) {
    remessa.put("numeroRemessa", ruling.itemId());
    remessa.put("numeroDIR", ruling.registration());
    remessa.put("versaoDIR", rectified ? "2" : "1");
    remessa.put("novaSituacaoRemessa", situation(ruling.verdict()));
    var tax = tax(ruling);
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
    remessa.putArray("ocorrencias");
  }

  /** {@code DetalheDoProcessamentoDaRemessa}, as far as a hub of a sandbox knows it. */
  static void detail(ObjectNode remessa, Ruling ruling) {
    remessa.put("numeroRemessa", ruling.itemId());
    remessa.put("situacao", situation(ruling.verdict()));
    var dir = remessa.putObject("dir");
    dir.put("numeroDeclaracao", ruling.registration());
    dir.put("versaoDIR", "1");
    remessa.put("valorTributavelReal", ruling.base());
    remessa.put("valorIIReal", tax(ruling));
    remessa.put("valorMultasReal", BigDecimal.ZERO.setScale(2));
    remessa.put("txCambioDtRegistro", EXCHANGE_RATE);
  }

  /** {@code RemessaDoProcessamentoDaSolicitaoDeDevoluo}. */
  static void returned(ObjectNode remessa, Ruling ruling, long registration) {
    remessa.put("numeroRemessa", ruling.itemId());
    remessa.put("novaSituacaoRemessa", situation(ruling.verdict()));
    remessa.put("numeroLote", SiscomexNumbers.lot(registration));
  }

  /** {@code DetalheDoProcessamentoDoManifesto} without its items. */
  static void manifest(ObjectNode manifest, HubFormat.Batch batch, long registration) {
    manifest.put("cnpj", batch.sender());
    manifest.put("dataHoraManifesto", time(Instant.ofEpochMilli(batch.receivedAt())));
    manifest.put("nomeEmpresa", "Operador do ensaio");
    manifest.put("numeroManifesto", SiscomexNumbers.manifest(registration));
    manifest.put("paisOrigem", "000");
    manifest.put("uaEntrada", "0000000");
  }

  private static BigDecimal tax(Ruling ruling) {
    return ruling.dutiable() ? ruling.duty() : BigDecimal.ZERO.setScale(2);
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
      case CANCELLED -> 28;
      case RETURNED -> 36;
    };
  }
}
