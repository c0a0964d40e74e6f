package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** A postal address. Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Built
public record Address(
    List<String> streetLines,
    String poBox,
    String city,
    String subdivisionName,
    String subdivisionCode,
    String postcode,
    String countryCode,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public Address {
    streetLines = Copies.list(streetLines);
    other = Copies.map(other);
  }

  /** Starts an empty one. */
  public static AddressBuilder builder() {
    return AddressBuilder.builder();
  }

  /** Starts from the values of this one. */
  public AddressBuilder toBuilder() {
    return AddressBuilder.builder(this);
  }
}
