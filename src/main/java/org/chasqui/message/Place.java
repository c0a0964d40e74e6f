package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * A place by IMPC, UN/LOCODE, airport, customs office or name. Unknown properties are kept in
 * {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Place(
    String impcCode,
    String unLocode,
    String airportCode,
    String customsOfficeCode,
    String facilityCode,
    String name,
    String countryCode,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public Place {
    other = Copies.map(other);
  }
}
