package org.chasqui.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.Money;

/**
 * Sets the lines of an order beside those of a declaration. They are the same lines when there are
 * as many of them; then each completes its counterpart, in order.
 */
final class OrderLines {
  private static final String AT = "/contents";

  private final OrderMerge merge;

  OrderLines(OrderMerge merge) {
    this.merge = merge;
  }

  List<ContentPiece> merged(List<ContentPiece> declared, List<ContentPiece> ordered) {
    if (declared.isEmpty()) {
      return ordered.isEmpty() ? declared : merge.absent(AT, null, ordered);
    }
    if (declared.size() != ordered.size()) {
      merge.conflict(AT, ordered.size() + " lines");
      return declared;
    }
    var lines = new ArrayList<ContentPiece>(declared.size());
    for (int i = 0; i < declared.size(); i++) {
      lines.add(line(AT + "/" + i, declared.get(i), ordered.get(i)));
    }
    return lines;
  }

  private ContentPiece line(String at, ContentPiece declared, ContentPiece ordered) {
    return declared.toBuilder()
        .description(
            merge.absent(at + "/description", declared.description(), ordered.description()))
        .quantity(merge.said(at + "/quantity", declared.quantity(), ordered.quantity()))
        .netMass(merge.absent(at + "/netMass", declared.netMass(), ordered.netMass()))
        .value(merge.money(at + "/value", declared.value(), ordered.value()))
        .hsCode(merge.said(at + "/hsCode", declared.hsCode(), ordered.hsCode()))
        .tariffCode(merge.said(at + "/tariffCode", declared.tariffCode(), ordered.tariffCode()))
        .originCountryCode(
            merge.said(
                at + "/originCountryCode",
                declared.originCountryCode(),
                ordered.originCountryCode()))
        .gtin(merge.said(at + "/gtin", declared.gtin(), ordered.gtin()))
        .sku(merge.absent(at + "/sku", declared.sku(), ordered.sku()))
        .productUri(merge.absent(at + "/productUri", declared.productUri(), ordered.productUri()))
        .brand(merge.absent(at + "/brand", declared.brand(), ordered.brand()))
        .build();
  }

  /** What the lines add up to; null when one has no value, or the currencies differ. */
  static Money sum(List<ContentPiece> lines) {
    var total = BigDecimal.ZERO;
    String currency = null;
    for (var line : lines) {
      var value = line.value();
      if (value == null || currency != null && !currency.equals(value.currencyCode())) {
        return null;
      }
      currency = value.currencyCode();
      total = total.add(new BigDecimal(value.amount()));
    }
    return currency == null ? null : new Money(total.toPlainString(), currency);
  }
}
