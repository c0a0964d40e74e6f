package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** A mass as a decimal string in kilograms (KGM). Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Mass(
    String value, String unitCode, @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public Mass {
    other = Copies.map(other);
  }

  /** One without unknown properties. */
  public Mass(String value, String unitCode) {
    this(value, unitCode, Map.of());
  }
}
