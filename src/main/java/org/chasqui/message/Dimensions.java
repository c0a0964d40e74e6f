package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * Outer dimensions of an item in whole centimetres. Unknown properties are kept in {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Dimensions(
    Integer lengthCm,
    Integer widthCm,
    Integer heightCm,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public Dimensions {
    other = Copies.map(other);
  }
}
