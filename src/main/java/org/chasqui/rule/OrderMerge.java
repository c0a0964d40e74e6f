package org.chasqui.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chasqui.message.ECommerce;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Location;
import org.chasqui.message.MarketplaceOrder;
import org.chasqui.message.Money;
import org.chasqui.message.Party;
import org.chasqui.message.PrepaidTax;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/**
 * Completes the declaration of a post with the orders of marketplaces (docs/marketplaces.md). What
 * the post says stays as it is; what it leaves open is taken from the order; where both speak and
 * differ, a problem tells so. The declaration shows who said what.
 */
public final class OrderMerge {
  /**
   * The extension that shows the origin of fields: JSON pointer to party, {@code *} for the rest.
   */
  public static final String ORIGINS = "chasqui.origins";

  private final String declarant;
  private final Map<String, Object> origins = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private ItemDeclaration declaration;
  private String marketplace;

  private OrderMerge(ItemDeclaration declaration, String declarant) {
    this.declaration = declaration;
    this.declarant = declarant;
  }

  /**
   * An order and who sent it.
   *
   * @param marketplace its address
   */
  public record Source(String marketplace, MarketplaceOrder order) {}

  /** A completed declaration and where the parties contradict each other. */
  public record Merged(ItemDeclaration declaration, List<Problem> problems) {}

  /**
   * Completes a declaration.
   *
   * @param declarant address of the post
   * @param sources the first to say something is believed
   */
  public static Merged merge(ItemDeclaration declaration, String declarant, List<Source> sources) {
    var merge = new OrderMerge(declaration, declarant);
    for (var source : sources) {
      merge.marketplace = source.marketplace();
      merge.take(source.order());
    }
    return new Merged(merge.finished(), List.copyOf(merge.problems));
  }

  private ItemDeclaration finished() {
    if (origins.isEmpty()) {
      return declaration;
    }
    var shown = new LinkedHashMap<String, Object>();
    shown.put("*", declarant);
    shown.putAll(origins);
    var extensions = new HashMap<>(declaration.extensions());
    extensions.put(ORIGINS, shown);
    return declaration.toBuilder().extensions(extensions).build();
  }

  private void take(MarketplaceOrder order) {
    var lines = new OrderLines(this);
    declaration =
        declaration.toBuilder()
            .itemCategory(
                said("/itemCategory", declaration.itemCategory(), ItemCategory.SALE_OF_GOODS))
            .transactionType(
                said("/transactionType", declaration.transactionType(), order.transactionType()))
            .incoterm(said("/incoterm", declaration.incoterm(), order.incoterm()))
            .sender(absent("/sender", declaration.sender(), order.seller()))
            .recipient(recipient(declaration.recipient(), order.buyer()))
            .contents(lines.merged(declaration.contents(), order.lines()))
            .eCommerce(eCommerce(declaration.eCommerce(), order))
            .build();
    declaration =
        declaration.toBuilder()
            .declaredValue(
                money("/declaredValue", declaration.declaredValue(), OrderLines.sum(order.lines())))
            .prepaidTax(prepaid(order))
            .build();
  }

  private PrepaidTax prepaid(MarketplaceOrder order) {
    var declared = declaration.prepaidTax();
    var ordered = order.prepaidTax();
    if (declared != null && ordered != null) {
      said("/prepaidTax/schemeCode", declared.schemeCode(), ordered.schemeCode());
      said("/prepaidTax/registrationId", declared.registrationId(), ordered.registrationId());
      return declared;
    }
    return absent("/prepaidTax", declared, ordered);
  }

  private ECommerce eCommerce(ECommerce declared, MarketplaceOrder order) {
    var known =
        declared == null ? new ECommerce(null, null, null, null, null, null, null) : declared;
    var at = "/eCommerce";
    return new ECommerce(
        said(at + "/platformName", known.platformName(), order.platformName()),
        absent(at + "/platformIdentifier", known.platformIdentifier(), order.platformIdentifier()),
        said(at + "/orderId", known.orderId(), order.orderId()),
        said(at + "/orderDate", known.orderDate(), order.orderDate()),
        absent(at + "/seller", known.seller(), order.seller()),
        absent(at + "/buyer", known.buyer(), order.buyer()),
        known.other());
  }

  /** A buyer who has it sent to another says nothing of that other. */
  private Party recipient(Party declared, Party buyer) {
    if (declared == null || declared.name() == null || buyer.name() == null) {
      return absent("/recipient", declared, buyer);
    }
    if (!declared.name().strip().equalsIgnoreCase(buyer.name().strip())) {
      return declared;
    }
    var identifiers =
        declared.identifiers().isEmpty() && !buyer.identifiers().isEmpty()
            ? absent("/recipient/identifiers", null, buyer.identifiers())
            : declared.identifiers();
    return declared.toBuilder()
        .identifiers(identifiers)
        .phone(absent("/recipient/phone", declared.phone(), buyer.phone()))
        .email(absent("/recipient/email", declared.email(), buyer.email()))
        .build();
  }

  /** What the post says, or what the order says when the post is silent. */
  <T> T absent(String pointer, T declared, T ordered) {
    if (declared != null || ordered == null) {
      return declared;
    }
    origins.put(pointer, marketplace);
    return ordered;
  }

  /** The same for codes and numbers of which both may speak: it tells when they differ. */
  <T> T said(String pointer, T declared, T ordered) {
    if (declared != null && ordered != null && !declared.equals(ordered)) {
      conflict(pointer, ordered.toString());
    }
    return absent(pointer, declared, ordered);
  }

  /** The same for amounts, which may be written in several ways. */
  Money money(String pointer, Money declared, Money ordered) {
    if (declared != null && ordered != null && !same(declared, ordered)) {
      conflict(pointer, ordered.amount() + " " + ordered.currencyCode());
    }
    return absent(pointer, declared, ordered);
  }

  private static boolean same(Money one, Money other) {
    return Objects.equals(one.currencyCode(), other.currencyCode())
        && new BigDecimal(one.amount()).compareTo(new BigDecimal(other.amount())) == 0;
  }

  /** Names of persons are never compared, so what is found may be told. */
  void conflict(String pointer, String ordered) {
    problems.add(
        Problem.of(
            ProblemCode.CONFLICT,
            new Location.AtPointer(pointer),
            ordered,
            "what was declared before, which is kept"));
  }
}
