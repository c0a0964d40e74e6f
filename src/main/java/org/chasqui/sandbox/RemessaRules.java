package org.chasqui.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a document for Siscomex Remessa must be: required fields, lengths, digits, kinds of number,
 * S10 check digit, sum of weights (national-south-america-mexico §2.1;
 * RegistroERetificaoDeLoteDIR).
 */
final class RemessaRules {
  private static final Pattern CNPJ = Pattern.compile("[0-9A-Z]{12}\\d{2}");
  private static final Pattern MASTER = Pattern.compile("\\d{11}|[0-9A-Z]{29}");
  private static final Pattern S10 = Pattern.compile("[A-Z]{2}\\d{9}[A-Z]{2}");
  private static final Pattern CURRENCY = Pattern.compile("\\d{3}");
  private static final Pattern TARIFF = Pattern.compile("\\d{6}|\\d{8}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,10}(\\.\\d{1,2})?");
  private static final Pattern OFFICE = Pattern.compile("\\d{7}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
  private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
  private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

  private final String itemId;
  private final List<HubFormat.Fault> faults;

  private RemessaRules(String itemId, List<HubFormat.Fault> faults) {
    this.itemId = itemId;
    this.faults = faults;
  }

  /** A number of three digits for a code of ours. */
  static int number(String code) {
    return Math.floorMod(code.hashCode(), 1000);
  }

  /** The manifests of a document; that of a presence is the document itself. */
  static List<JsonNode> manifests(SiscomexDocument document, JsonNode root) {
    if (document == SiscomexDocument.PRESENCE) {
      return List.of(root);
    }
    var manifests = new ArrayList<JsonNode>();
    root.path("manifestos").forEach(manifests::add);
    return manifests;
  }

  /** Checks a document; faults of items bear their ids. */
  static void check(
      SiscomexDocument document,
      JsonNode root,
      ItemRegister register,
      List<HubFormat.Fault> faults) {
    var whole = new RemessaRules(null, faults);
    whole.form(root, "", "cnpjDeclarante", CNPJ);
    whole.lot(document, root);
    var manifests = manifests(document, root);
    int items = 0;
    for (int m = 0; m < manifests.size(); m++) {
      var at = document == SiscomexDocument.PRESENCE ? "" : "/manifestos/" + m;
      whole.manifest(document, manifests.get(m), at);
      var remessas = manifests.get(m).path("remessas");
      for (int r = 0; r < remessas.size(); r++) {
        var place = at + "/remessas/" + r;
        remessa(document, remessas.get(r), place, faults);
        ofManifest(document, manifests.get(m), remessas.get(r), register, place, faults);
        items++;
      }
    }
    int most = document == SiscomexDocument.PRESENCE ? 1100 : 1000;
    if (items == 0 || items > most) {
      whole.fault("/manifestos", "COUNT", "de 1 a " + most + " remessas");
    }
  }

  private void lot(SiscomexDocument document, JsonNode root) {
    if (document == SiscomexDocument.REGISTRATION || document == SiscomexDocument.RECTIFICATION) {
      oneOf(root, "", "modalidade", Set.of("E", "P"));
      length(root, "", "identificadorLote", 255, false);
    }
    if (document == SiscomexDocument.RECTIFICATION && root.hasNonNull("sequenciaLote")) {
      fault("/sequenciaLote", "VALUE", "nulo em retificação");
    }
  }

  private void manifest(SiscomexDocument document, JsonNode manifest, String at) {
    length(manifest, at, "numeroManifesto", 15, document != SiscomexDocument.REGISTRATION);
    if (document == SiscomexDocument.REGISTRATION || document == SiscomexDocument.RECTIFICATION) {
      form(manifest, at, "paisOrigem", CURRENCY);
      form(manifest, at, "uaDespacho", OFFICE);
    }
  }

  /** What is registered stands in the manifest that the hub made of it. */
  private static void ofManifest(
      SiscomexDocument document,
      JsonNode manifest,
      JsonNode remessa,
      ItemRegister register,
      String place,
      List<HubFormat.Fault> faults) {
    var id = remessa.path("numeroRemessa").asText("");
    if (document == SiscomexDocument.REGISTRATION || register.registeredAt(id) < 0) {
      return;
    }
    var made = SiscomexNumbers.manifest(register.keyOf(id));
    if (!made.equals(manifest.path("numeroManifesto").asText())) {
      new RemessaRules(id, faults).fault(place, "MANIFEST", "remessa de outro manifesto");
    }
  }

  private static void remessa(
      SiscomexDocument document, JsonNode remessa, String at, List<HubFormat.Fault> faults) {
    switch (document) {
      case REGISTRATION, RECTIFICATION -> remessa(remessa, at, faults);
      case PRESENCE -> {
        var rules = new RemessaRules(remessa.path("numeroRemessa").asText(null), faults);
        rules.itemId(remessa, at);
        rules.form(remessa, at, "numeroMaster", MASTER);
        rules.integer(remessa, at, "indicadorOver", 0);
        rules.integer(remessa, at, "volumesRecebidos", 9999);
        if (remessa.hasNonNull("pesoRemessa")) {
          rules.decimal(remessa, at, "pesoRemessa");
        }
      }
      case RETURN -> {
        var rules = new RemessaRules(remessa.path("numeroRemessa").asText(null), faults);
        rules.itemId(remessa, at);
        rules.length(remessa, at, "codigoMotivoDevolucao", 3, true);
        rules.length(remessa, at, "numeroDocumentoExportacao", 18, true);
        rules.form(remessa, at, "dtDocExportacao", TIME);
        rules.length(remessa, at, "observacao", 500, false);
      }
    }
  }

  private static void remessa(JsonNode remessa, String at, List<HubFormat.Fault> faults) {
    var id = remessa.path("numeroRemessa").asText(null);
    var rules = new RemessaRules(id, faults);
    rules.itemId(remessa, at);
    rules.form(remessa, at, "numeroMaster", MASTER);
    rules.length(remessa, at, "descricao", 4000, true);
    rules.oneOf(remessa, at, "destinacaoComercial", Set.of("s", "n"));
    rules.decimal(remessa, at, "peso");
    rules.integer(remessa, at, "volumes", 9999);
    rules.decimal(remessa, at, "frete");
    rules.form(remessa, at, "moedaFrete", CURRENCY);
    rules.oneOf(remessa, at, "freteModoPagto", Set.of("PREPAID", "COLLECT"));
    rules.person(remessa.path("remetente"), at + "/remetente");
    rules.person(remessa.path("destinatario"), at + "/destinatario");
    rules.goods(remessa, at);
    rules.length(remessa, at, "infoCompl", 4000, false);
  }

  private void itemId(JsonNode remessa, String at) {
    length(remessa, at, "numeroRemessa", 18, true);
    if (itemId != null && S10.matcher(itemId).matches() && !checks(itemId)) {
      fault(at + "/numeroRemessa", "S10", "dígito verificador inválido");
    }
  }

  /** Check digit of UPU S10-12. */
  private static boolean checks(String id) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (id.charAt(2 + i) - '0');
    }
    int check = 11 - sum % 11;
    int digit = check == 10 ? 0 : check == 11 ? 5 : check;
    return id.charAt(10) - '0' == digit;
  }

  private void person(JsonNode person, String at) {
    length(person, at, "nome", 255, true);
    if (person.hasNonNull("documento")) {
      oneOf(person, at, "tipoDocumento", Set.of("1", "2", "3"));
      length(person, at, "documento", 14, true);
    }
    var address = person.path("endereco");
    var place = at + "/endereco";
    length(address, place, "logradouro", 50, true);
    length(address, place, "complemento", 80, false);
    integer(address, place, "municipio", 9999);
    form(address, place, "estado", STATE);
    integer(address, place, "pais", 999);
    length(address, place, "cep", 15, false);
  }

  private void goods(JsonNode remessa, String at) {
    var goods = remessa.path("mercadorias");
    if (!goods.isArray() || goods.isEmpty()) {
      fault(at + "/mercadorias", "REQUIRED", "campo obrigatório");
      return;
    }
    var mass = BigDecimal.ZERO;
    for (int i = 0; i < goods.size(); i++) {
      var line = goods.get(i);
      var place = at + "/mercadorias/" + i;
      form(line, place, "sequencia", Pattern.compile("\\d{5}"));
      length(line, place, "descricao", 4000, true);
      if (line.hasNonNull("codElementoNcm")) {
        form(line, place, "codElementoNcm", TARIFF);
      }
      decimal(line, place, "quantidade");
      integer(line, place, "unidade", 99999);
      decimal(line, place, "valor");
      form(line, place, "moeda", CURRENCY);
      integer(line, place, "regimeTributacao", 99);
      mass = mass.add(line.path("peso").decimalValue());
    }
    if (mass.compareTo(remessa.path("peso").decimalValue()) > 0) {
      fault(at + "/peso", "MASS", "menor que a soma das mercadorias");
    }
  }

  private void length(JsonNode object, String at, String field, int most, boolean required) {
    var value = object.path(field);
    if (!value.isTextual()) {
      if (required || !value.isMissingNode() && !value.isNull()) {
        fault(at + "/" + field, "REQUIRED", "texto obrigatório");
      }
    } else if (value.textValue().length() > most || value.textValue().isBlank()) {
      fault(at + "/" + field, "LENGTH", "de 1 a " + most + " caracteres");
    }
  }

  private void form(JsonNode object, String at, String field, Pattern form) {
    var value = object.path(field);
    if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
      fault(at + "/" + field, "FORM", "forma " + form.pattern());
    }
  }

  private void oneOf(JsonNode object, String at, String field, Set<String> values) {
    if (!values.contains(object.path(field).asText())) {
      fault(at + "/" + field, "VALUE", "valor não previsto");
    }
  }

  private void decimal(JsonNode object, String at, String field) {
    var value = object.path(field);
    if (!value.isNumber() || !DECIMAL.matcher(value.decimalValue().toPlainString()).matches()) {
      fault(at + "/" + field, "NUMBER", "número com até 2 decimais");
    }
  }

  private void integer(JsonNode object, String at, String field, int most) {
    var value = object.path(field);
    if (!value.isIntegralNumber() || value.asLong() < 0 || value.asLong() > most) {
      fault(at + "/" + field, "INTEGER", "inteiro até " + most);
    }
  }

  private void fault(String place, String code, String text) {
    faults.add(new HubFormat.Fault(itemId, place, code, text));
  }
}
