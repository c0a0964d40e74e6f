package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * The order behind an item: platform, order, seller, buyer. Unknown properties are kept in {@code
 * other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ECommerce(
    String platformName,
    PartyIdentifier platformIdentifier,
    String orderId,
    String orderDate,
    Party seller,
    Party buyer,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public ECommerce {
    other = Copies.map(other);
  }
}
