package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** Confirms that an item is not loaded. Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DoNotLoadConfirmation(
    Boolean confirmed,
    Place isolatedAt,
    String actionText,
    String confirmedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public DoNotLoadConfirmation {
    other = Copies.map(other);
  }
}
