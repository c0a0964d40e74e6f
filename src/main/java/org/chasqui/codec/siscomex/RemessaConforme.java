package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.PrepaidAmount;
import org.chasqui.message.PrepaidTax;

/**
 * Writes {@code remessaConforme}: taxes that a certified platform charged at the sale. The labels
 * of the two amounts are swapped in the description of the request schema; by the field names and
 * the answer schema II is II and ICMS is ICMS (national-south-america-mexico §2.1).
 */
final class RemessaConforme {
  private final ProfileView view;
  private final LossList losses;

  RemessaConforme(ProfileView view, LossList losses) {
    this.view = view;
    this.losses = losses;
  }

  /** True when the item's taxes were prepaid under the scheme that this format knows. */
  static boolean covers(ProfileView view, ItemDeclaration item) {
    return item.prepaidTax() != null
        && view.setting(RemessaSettings.REMESSA_CONFORME, "PRC")
            .equals(item.prepaidTax().schemeCode());
  }

  void write(JsonGenerator json, ItemDeclaration item) throws IOException {
    var tax = item.prepaidTax();
    if (tax == null) {
      return;
    }
    if (!covers(view, item)) {
      losses.noTarget("/prepaidTax", "", "a prepayment under the scheme of this administration");
      return;
    }
    json.writeObjectFieldStart("remessaConforme");
    if (tax.registrationId() != null) {
      json.writeStringField(
          "codigoECE", losses.text(tax.registrationId(), 35, "/prepaidTax", "/registrationId"));
    }
    var shop = item.eCommerce();
    if (shop != null && shop.platformName() != null) {
      json.writeStringField(
          "nomeECE", losses.text(shop.platformName(), 250, "/eCommerce", "/platformName"));
    }
    amounts(json, tax);
    json.writeEndObject();
  }

  private void amounts(JsonGenerator json, PrepaidTax tax) throws IOException {
    BigDecimal duty = null;
    BigDecimal stateTax = null;
    for (int i = 0; i < tax.taxes().size(); i++) {
      var prepaid = tax.taxes().get(i);
      var base = "/prepaidTax/taxes/" + i;
      var type = String.valueOf(prepaid.typeCode());
      if (type.equals("II")) {
        duty = sum(duty, amount(prepaid, base));
      } else if (type.equals("ICMS")) {
        stateTax = sum(stateTax, amount(prepaid, base));
      } else {
        losses.noTarget(base, "", "II or ICMS");
      }
    }
    RemessaWriter.number(json, "valorProvII", duty);
    RemessaWriter.number(json, "valorProvICMS", stateTax);
  }

  /** The fields have no currency: they are in that of the administration. */
  private BigDecimal amount(PrepaidAmount prepaid, String base) {
    var money = prepaid.amount();
    if (money == null || !view.currency().equals(money.currencyCode())) {
      losses.noTarget(base, "/amount", "an amount in " + view.currency());
      return null;
    }
    return losses
        .decimal(money.amount(), 9, 2, RoundingMode.HALF_UP, base, "/amount/amount")
        .orElse(null);
  }

  private static BigDecimal sum(BigDecimal sofar, BigDecimal more) {
    return sofar == null ? more : more == null ? sofar : sofar.add(more);
  }
}
