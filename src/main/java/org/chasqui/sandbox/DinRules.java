package org.chasqui.sandbox;

import java.math.BigDecimal;
import java.util.List;
import org.chasqui.codec.answer.AnswerElement;

/**
 * What a DIN must be besides its schema: totals that agree with the lines, and a RUT whose check
 * digit is right (national-south-america-mexico §2.2, §3). That customs checks these is ours.
 */
final class DinRules {
  private final String itemId;
  private final List<HubFormat.Fault> faults;

  private DinRules(String itemId, List<HubFormat.Fault> faults) {
    this.itemId = itemId;
    this.faults = faults;
  }

  /** Checks a document that is valid by its schema. */
  static void check(byte[] document, List<HubFormat.Fault> faults) {
    for (var din : SubmittedXml.all(document, "DIN").orElse(List.of())) {
      var itemId = din.text("CABEZA/ORIGENTRANSPALMACENAJE/NUMCONOC");
      var rules = new DinRules(itemId, faults);
      rules.totals(din);
      rules.rut(din);
    }
  }

  private void totals(AnswerElement din) {
    var items = din.all("ITEMS/ITEM");
    var stated = new BigDecimal(din.text("CABEZA/TOTALES/TOTITEMS"));
    if (stated.intValueExact() != items.size()) {
      fault("TOTITEMS", "COUNT", "no es el número de ítems");
    }
    var sum = BigDecimal.ZERO;
    for (var item : items) {
      sum = sum.add(new BigDecimal(item.text("CIFITEM")));
    }
    var cif = new BigDecimal(din.text("CABEZA/TOTALES/CIF"));
    var parts =
        new BigDecimal(din.text("CABEZA/TOTALES/FOB"))
            .add(new BigDecimal(din.text("CABEZA/TOTALES/FLETE")))
            .add(new BigDecimal(din.text("CABEZA/TOTALES/SEGURO")));
    if (cif.compareTo(sum) != 0 || cif.compareTo(parts) != 0) {
      fault("CIF", "SUM", "no es la suma de FOB, flete y seguro, o de los ítems");
    }
  }

  /** From the right weights 2 to 7 in turn; 11 less the rest, 11 is 0 and 10 is K. */
  private void rut(AnswerElement din) {
    var person = din.all("CABEZA/IDENTIFICACION").getFirst();
    if (!"03".equals(person.text("TIPRUT"))) {
      return;
    }
    var number = person.text("RUT");
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      sum += Character.digit(number.charAt(number.length() - 1 - i), 10) * (2 + i % 6);
    }
    int check = 11 - sum % 11;
    var digit = check == 11 ? "0" : check == 10 ? "K" : Integer.toString(check);
    if (!number.matches("[0-9]{1,8}") || !digit.equals(person.text("DVRUT"))) {
      fault("DVRUT", "RUT", "dígito verificador inválido");
    }
  }

  private void fault(String place, String code, String text) {
    faults.add(new HubFormat.Fault(itemId, place, code, text));
  }
}
