package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** One leg of a dispatch's transport. Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TransportLeg(
    Integer sequence,
    String modeCode,
    String carrierCode,
    String conveyanceReference,
    Place departure,
    String departsAt,
    Place arrival,
    String arrivesAt,
    TimeType timeType,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public TransportLeg {
    other = Copies.map(other);
  }
}
