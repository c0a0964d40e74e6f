package org.chasqui.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a batch for Siscomex Remessa must be: required fields, lengths, digits, kinds of number, S10
 * check digit, sum of weights (national-south-america-mexico §2.1; RegistroERetificaoDeLoteDIR).
 */
final class RemessaRules {
  private static final Pattern CNPJ = Pattern.compile("[0-9A-Z]{12}\\d{2}");
  private static final Pattern MASTER = Pattern.compile("\\d{11}|[0-9A-Z]{29}");
  private static final Pattern S10 = Pattern.compile("[A-Z]{2}\\d{9}[A-Z]{2}");
  private static final Pattern CURRENCY = Pattern.compile("\\d{3}");
  private static final Pattern TARIFF = Pattern.compile("\\d{6}|\\d{8}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,10}(\\.\\d{1,2})?");
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

  /** Checks a batch; faults of items bear their ids. */
  static void batch(JsonNode root, List<HubFormat.Fault> faults) {
    var whole = new RemessaRules(null, faults);
    whole.form(root, "", "cnpjDeclarante", CNPJ);
    whole.oneOf(root, "", "modalidade", Set.of("E", "P"));
    whole.length(root, "", "identificadorLote", 255, false);
    if (!root.path("manifestos").isArray() || root.path("manifestos").isEmpty()) {
      whole.fault("/manifestos", "REQUIRED", "campo obrigatório");
    }
    int items = 0;
    for (int m = 0; m < root.path("manifestos").size(); m++) {
      var manifest = root.path("manifestos").get(m);
      var at = "/manifestos/" + m;
      whole.length(manifest, at, "numeroManifesto", 15, false);
      whole.form(manifest, at, "paisOrigem", CURRENCY);
      whole.form(manifest, at, "uaDespacho", Pattern.compile("\\d{7}"));
      for (int r = 0; r < manifest.path("remessas").size(); r++) {
        remessa(manifest.path("remessas").get(r), at + "/remessas/" + r, faults);
        items++;
      }
    }
    if (items == 0 || items > 1000) {
      whole.fault("/manifestos", "COUNT", "de 1 a 1000 remessas");
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
