package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * Import tax charged at the sale, with the registration it was charged under. Unknown properties
 * are kept in {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PrepaidTax(
    String schemeCode,
    String registrationId,
    List<PrepaidAmount> taxes,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public PrepaidTax {
    taxes = Copies.list(taxes);
    other = Copies.map(other);
  }
}
