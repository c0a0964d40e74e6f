package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What a marketplace says of the order behind an item: it completes the declaration of the post.
 * One item an order; an order of several items comes several times. Unknown properties are kept in
 * {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MarketplaceOrder(
    String orderId,
    String orderDate,
    String platformName,
    PartyIdentifier platformIdentifier,
    String itemId,
    String trackingNumber,
    Party seller,
    Party buyer,
    TransactionType transactionType,
    String incoterm,
    List<ContentPiece> lines,
    PrepaidTax prepaidTax,
    Map<String, Object> extensions,
    List<String> critical,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other)
    implements RegionalData {

  /** Copies the collections; an absent one becomes empty. */
  public MarketplaceOrder {
    lines = Copies.list(lines);
    extensions = Copies.map(extensions);
    critical = Copies.list(critical);
    other = Copies.map(other);
  }

  @Override
  public MessageKind kind() {
    return MessageKind.MARKETPLACE_ORDER;
  }

  /** The item id; until the post has given one, the number by which the seller follows it. */
  @Override
  public String businessKey() {
    return itemId == null ? trackingNumber : itemId;
  }
}
