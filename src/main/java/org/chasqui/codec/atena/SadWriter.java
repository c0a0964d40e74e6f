package org.chasqui.codec.atena;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.Apportionment;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.AnswerValues;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Money;

/** Writes head, invoice, shipping and items of a declaration, in the order of the annexes. */
final class SadWriter {
  /** What the one invoice of a declaration is called in the annexes. */
  static final String INVOICE = "SINGLE_INVOICE_REFERENCE";

  private final JsonGenerator json;
  private final SadSettings settings;
  private final ProfileView view;
  private final LossList losses;
  private final SadParties parties;

  SadWriter(JsonGenerator json, SadSettings settings, ProfileView view, LossList losses) {
    this.json = json;
    this.settings = settings;
    this.view = view;
    this.losses = losses;
    this.parties = new SadParties(losses);
  }

  void write(ItemDeclaration item) throws IOException {
    refuse(item);
    SadFields.LOSSES.report(item, losses);
    json.writeStartObject();
    text("consignmentReference", dispatch(item));
    text("typeOfDeclaration", settings.declarationType());
    text("generalProcedureCode", settings.generalProcedure());
    text("declarantReferenceNumber", item.itemId());
    text("officeOfDispatchExportCode", settings.office());
    text("consigneeCode", parties.code(item.recipient(), "/recipient"));
    text("consigneeName", parties.name(item.recipient(), "/recipient"));
    text("consigneeAddress", parties.address(item.recipient(), "/recipient"));
    text("declarantCode", settings.declarantCode());
    text("comments", comments(item));
    json.writeBooleanField("documentsReceived", false);
    json.writeObjectFieldStart("sadValuation");
    text("invoiceRegime", "SINGLE_INVOICE");
    json.writeEndObject();
    invoice(item);
    shipping(item);
    items(item);
    json.writeArrayFieldStart("ignoredWarnings");
    json.writeEndArray();
    json.writeEndObject();
  }

  /** A rectification is a call of its own on the id that ATENA gave, which no message knows. */
  private void refuse(ItemDeclaration item) {
    if (item.function() != MessageFunction.ORIGINAL) {
      losses.refuse(
          "/function",
          "",
          String.valueOf(item.function()),
          "ORIGINAL: an assessed declaration is changed by POST_ENTRY on its id");
    }
    if (item.itemId() == null) {
      losses.needs("/itemId", "", "an item id");
    }
    if (item.contents().isEmpty()) {
      losses.needs("/contents", "", "at least one content line");
    }
    if (item.destinationCountryCode() != null
        && !item.destinationCountryCode().equals(view.countryCode())) {
      losses.noTarget("/destinationCountryCode", "", "items for " + view.countryCode());
    }
  }

  private static String dispatch(ItemDeclaration item) {
    return item.transport() == null ? null : item.transport().dispatchId();
  }

  private String comments(ItemDeclaration item) {
    var parts = new ArrayList<String>();
    parts.add(item.itemCategory() == null ? null : item.itemCategory().name());
    parts.add(item.itemCategoryExplanation());
    parts.add(item.comments());
    parts.removeIf(part -> part == null || part.isBlank());
    if (parts.isEmpty()) {
      return null;
    }
    losses.rearranged("", "", "joined in comments");
    return losses.clean(String.join("; ", parts), "/comments", "");
  }

  private void invoice(ItemDeclaration item) throws IOException {
    json.writeArrayFieldStart("invoices");
    json.writeStartObject();
    text("exporterName", parties.name(item.sender(), "/sender"));
    text("exporterAddress", parties.address(item.sender(), "/sender"));
    text("workingMode", settings.workingMode());
    text("invoiceReference", INVOICE);
    text("deliveryTermsCode", deliveryTerms(item));
    text("termsOfPaymentCode", settings.termsOfPayment());
    var value = total(item);
    if (value != null) {
      amount("invoiceAmountInForeignCurrency", value, "/declaredValue");
      text("invoiceCurrencyCode", value.currencyCode());
    }
    if (item.postage() != null) {
      amount("externalFreightAmountInForeignCurrency", item.postage(), "/postage");
      text("externalFreightCurrencyCode", item.postage().currencyCode());
    }
    if (item.insuredValue() != null) {
      losses.noTarget("/insuredValue", "", "the cost of an insurance, not what it covers");
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private String deliveryTerms(ItemDeclaration item) {
    if (item.incoterm() == null) {
      losses.assumed("/incoterm", "", "terms of delivery; sent as " + settings.deliveryTerms());
      return settings.deliveryTerms();
    }
    return item.incoterm();
  }

  /** The declared value, else the sum of lines of one currency. */
  private Money total(ItemDeclaration item) {
    if (item.declaredValue() != null) {
      return item.declaredValue();
    }
    var sum = BigDecimal.ZERO;
    String currency = null;
    for (int i = 0; i < item.contents().size(); i++) {
      var value = item.contents().get(i).value();
      boolean same = value != null && (currency == null || currency.equals(value.currencyCode()));
      if (!same || AnswerValues.amount(value.amount()) == null) {
        losses.needs("/declaredValue", "", "a value, or lines of one currency");
        return null;
      }
      currency = value.currencyCode();
      sum = sum.add(new BigDecimal(value.amount()));
    }
    return new Money(sum.toPlainString(), currency);
  }

  private void shipping(ItemDeclaration item) throws IOException {
    var origin = item.originCountryCode();
    if (origin == null) {
      losses.needs("/originCountryCode", "", "a country");
    }
    json.writeObjectFieldStart("shipping");
    text("countryOfExportCode", origin);
    text("countryOfDestinationCode", view.countryCode());
    text("countryOfLastConsignmentCode", origin);
    text(
        "placeOfLoadingCode",
        view.code(SadSettings.LOADING_MAP, origin).orElse(settings.loadingPlace()));
    json.writeEndObject();
    var mode = item.transport() == null ? null : item.transport().modeCode();
    text("modeOfTransportAtBorderCode", mode == null ? settings.mode() : mode);
    text("officeOfEntryCode", settings.officeOfEntry());
  }

  private void items(ItemDeclaration item) throws IOException {
    var grosses = grosses(item);
    var writer = new SadItemWriter(this, json, settings, view, losses);
    json.writeArrayFieldStart("items");
    for (int i = 0; i < item.contents().size(); i++) {
      writer.write(item, i, grosses.get(i));
    }
    json.writeEndArray();
  }

  /** The gross mass shared over the lines by their net masses, or equally. */
  private List<BigDecimal> grosses(ItemDeclaration item) {
    var gross = kilograms(item.grossMass(), "/grossMass");
    var nets = new ArrayList<BigDecimal>();
    for (int i = 0; i < item.contents().size(); i++) {
      var mass = item.contents().get(i).netMass();
      nets.add(mass == null ? null : kilograms(mass, "/contents/" + i + "/netMass"));
    }
    boolean known = !nets.contains(null);
    return Apportionment.of(
        gross, nets.stream().map(net -> known ? net : BigDecimal.ONE).toList(), 3);
  }

  BigDecimal kilograms(Mass mass, String base) {
    return losses.kilograms(mass, 12, 6, RoundingMode.HALF_UP, base).orElse(BigDecimal.ZERO);
  }

  /** An amount as a number with all its digits. */
  void amount(String field, Money money, String base) throws IOException {
    if (money == null) {
      losses.needs(base, "", "an amount");
      return;
    }
    var amount = losses.decimal(money.amount(), 13, 6, RoundingMode.HALF_UP, base, "/amount");
    number(field, amount.orElse(null));
  }

  /** Written digit by digit from the decimal text; never through a float. */
  void number(String field, BigDecimal value) throws IOException {
    if (value != null) {
      json.writeFieldName(field);
      json.writeNumber(value.toPlainString());
    }
  }

  /** A text; an absent one is an absent field, which the annexes write as null. */
  void text(String field, String value) throws IOException {
    if (value != null) {
      json.writeStringField(field, value);
    }
  }
}
