package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * A tax or personal id with the scheme that gives it. Unknown properties are kept in {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PartyIdentifier(
    String schemeCode,
    String value,
    String issuingCountryCode,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public PartyIdentifier {
    other = Copies.map(other);
  }

  /** One without unknown properties. */
  public PartyIdentifier(String schemeCode, String value, String issuingCountryCode) {
    this(schemeCode, value, issuingCountryCode, Map.of());
  }
}
