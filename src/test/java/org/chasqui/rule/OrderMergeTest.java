package org.chasqui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chasqui.message.Address;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemDeclarationBuilder;
import org.chasqui.message.MarketplaceOrder;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Money;
import org.chasqui.message.Party;
import org.chasqui.message.PartyIdentifier;
import org.chasqui.message.PrepaidTax;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;
import org.chasqui.message.TransactionType;
import org.junit.jupiter.api.Test;

class OrderMergeTest {
  private static final String POST = "urn:lac-ead:party:CL:post:CLA";
  private static final String SHOP = "urn:lac-ead:party:CL:other:MEJ";
  private static final String OTHER_SHOP = "urn:lac-ead:party:CL:other:OTR";

  @Test
  void takesWhatThePostLeavesOpenAndShowsWhoSaidIt() {
    var declared = item().build();

    var merged = merge(declared, order());

    assertThat(merged.problems()).isEmpty();
    var completed = merged.declaration();
    assertThat(completed.contents()).isEqualTo(order().lines());
    assertThat(completed.declaredValue()).isEqualTo(usd("85.50"));
    assertThat(completed.itemCategory()).isEqualTo(ItemCategory.SALE_OF_GOODS);
    assertThat(completed.prepaidTax().registrationId()).isEqualTo("R-1");
    assertThat(completed.eCommerce().orderId()).isEqualTo("ME-1");
    assertThat(origins(completed))
        .containsEntry("*", POST)
        .containsEntry("/contents", SHOP)
        .containsEntry("/declaredValue", SHOP)
        .containsEntry("/prepaidTax", SHOP)
        .containsEntry("/eCommerce/orderId", SHOP)
        .doesNotContainKey("/itemId");
  }

  @Test
  void keepsWhatThePostSaysAndTellsWhereTheOrderDiffers() {
    var declared =
        item()
            .itemCategory(ItemCategory.GIFT)
            .declaredValue(usd("10.00"))
            .contents(
                List.of(
                    line(1, "Shirts", 3, usd("5.00"), "610910"),
                    line(2, "Mug", 2, usd("25.50"), null)))
            .build();

    var merged = merge(declared, order());

    assertThat(merged.problems())
        .allMatch(problem -> problem.code() == ProblemCode.CONFLICT)
        .allMatch(problem -> problem.severity() == Severity.WARNING)
        .extracting(problem -> problem.location().text() + " " + problem.found())
        .containsExactlyInAnyOrder(
            "/itemCategory SALE_OF_GOODS",
            "/declaredValue 85.50 USD",
            "/contents/0/value 60.00 USD",
            "/contents/1/quantity 1");
    var completed = merged.declaration();
    assertThat(completed.itemCategory()).isEqualTo(ItemCategory.GIFT);
    assertThat(completed.declaredValue()).isEqualTo(usd("10.00"));
    assertThat(completed.contents().get(0).value()).isEqualTo(usd("5.00"));
    assertThat(completed.contents().get(1).hsCode()).isEqualTo("691200");
    assertThat(origins(completed))
        .containsEntry("/contents/1/hsCode", SHOP)
        .doesNotContainKeys("/itemCategory", "/contents", "/contents/0/hsCode");
  }

  @Test
  void doesNotGuessWhichLinesAreTheSame() {
    var declared = item().contents(List.of(line(1, "Goods", 4, usd("85.50"), null))).build();

    var merged = merge(declared, order());

    assertThat(merged.problems())
        .singleElement()
        .extracting(problem -> problem.location().text(), Problem::found)
        .containsExactly("/contents", "2 lines");
    assertThat(merged.declaration().contents()).isEqualTo(declared.contents());
  }

  @Test
  void amountsThatAreWrittenInAnotherWayAreTheSame() {
    var declared = item().declaredValue(usd("85.5")).build();

    assertThat(merge(declared, order()).problems()).isEmpty();
  }

  @Test
  void completesTheAddresseeOnlyWithABuyerOfTheSameName() {
    var same = item().recipient(party("ana souza ")).build();
    var another = item().recipient(party("Pedro Souza")).build();

    var completed = merge(same, order()).declaration();
    assertThat(completed.recipient().identifiers()).hasSize(1);
    assertThat(completed.recipient().name()).isEqualTo("ana souza ");
    assertThat(origins(completed)).containsEntry("/recipient/identifiers", SHOP);
    var untouched = merge(another, order());
    assertThat(untouched.declaration().recipient()).isEqualTo(another.recipient());
    assertThat(untouched.problems()).isEmpty();
  }

  @Test
  void whatWasSaidFirstStandsWhenTwoOrdersDiffer() {
    var second = order("OT-9", "R-2");

    var merged =
        OrderMerge.merge(
            item().build(),
            POST,
            List.of(
                new OrderMerge.Source(SHOP, order()), new OrderMerge.Source(OTHER_SHOP, second)));

    assertThat(merged.problems())
        .extracting(problem -> problem.location().text())
        .containsExactlyInAnyOrder("/eCommerce/orderId", "/prepaidTax/registrationId");
    assertThat(merged.declaration().eCommerce().orderId()).isEqualTo("ME-1");
  }

  @Test
  void showsNoOriginsWhenNothingWasTaken() {
    var once = merge(item().build(), order()).declaration();
    var plain = once.toBuilder().extensions(Map.of()).build();

    assertThat(merge(plain, order()).declaration()).isEqualTo(plain);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> origins(ItemDeclaration declaration) {
    return (Map<String, Object>) declaration.extensions().get(OrderMerge.ORIGINS);
  }

  private static OrderMerge.Merged merge(ItemDeclaration declared, MarketplaceOrder order) {
    return OrderMerge.merge(declared, POST, List.of(new OrderMerge.Source(SHOP, order)));
  }

  private static ItemDeclarationBuilder item() {
    return ItemDeclaration.builder()
        .declarationId("0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e01")
        .version(1)
        .function(MessageFunction.ORIGINAL)
        .itemId("CP123456785CL");
  }

  private static MarketplaceOrder order() {
    return order("ME-1", "R-1");
  }

  private static MarketplaceOrder order(String id, String registration) {
    var buyer =
        party("Ana Souza").toBuilder()
            .identifiers(List.of(new PartyIdentifier("CPF", "39053344705", "BR")))
            .build();
    return new MarketplaceOrder(
        id,
        "2026-02-27",
        "Mercado Ejemplo",
        null,
        "CP123456785CL",
        null,
        party("Tienda Andina"),
        buyer,
        TransactionType.B2C,
        "DDP",
        List.of(
            line(1, "Knitted shirts", 3, usd("60.00"), "610910"),
            line(2, "Ceramic mug", 1, usd("25.50"), "691200")),
        new PrepaidTax("PREPAID", registration, List.of(), Map.of()),
        Map.of(),
        List.of(),
        Map.of());
  }

  private static ContentPiece line(
      int sequence, String description, int quantity, Money value, String hsCode) {
    return ContentPiece.builder()
        .sequence(sequence)
        .description(description)
        .quantity(quantity)
        .value(value)
        .hsCode(hsCode)
        .build();
  }

  private static Party party(String name) {
    var address = Address.builder().city("Santos").countryCode("BR").build();
    return Party.builder().name(name).address(address).build();
  }

  private static Money usd(String amount) {
    return new Money(amount, "USD");
  }
}
