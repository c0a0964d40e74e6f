package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** One duty or tax of a decision. Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Built
public record Duty(
    String typeCode,
    String typeName,
    Integer lineSequence,
    Money baseAmount,
    String baseQuantity,
    String rate,
    RateUnit rateUnit,
    Money assessed,
    Money payable,
    String regimeCode,
    String reliefCode,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public Duty {
    other = Copies.map(other);
  }

  /** Starts an empty one. */
  public static DutyBuilder builder() {
    return DutyBuilder.builder();
  }

  /** Starts from the values of this one. */
  public DutyBuilder toBuilder() {
    return DutyBuilder.builder(this);
  }
}
