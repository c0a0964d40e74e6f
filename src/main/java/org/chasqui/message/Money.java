package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * An amount as a decimal string with its ISO 4217 currency. Unknown properties are kept in {@code
 * other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Money(
    String amount, String currencyCode, @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public Money {
    other = Copies.map(other);
  }

  /** One without unknown properties. */
  public Money(String amount, String currencyCode) {
    this(amount, currencyCode, Map.of());
  }
}
