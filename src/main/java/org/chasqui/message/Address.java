package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** A postal address. Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
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
  public static Builder builder() {
    return new Builder();
  }

  /** Starts from the values of this one. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Collects the values of a {@link Address}. */
  public static final class Builder {
    private List<String> streetLines;
    private String poBox;
    private String city;
    private String subdivisionName;
    private String subdivisionCode;
    private String postcode;
    private String countryCode;
    private Map<String, Object> other;

    private Builder() {}

    private Builder(Address from) {
      streetLines = from.streetLines;
      poBox = from.poBox;
      city = from.city;
      subdivisionName = from.subdivisionName;
      subdivisionCode = from.subdivisionCode;
      postcode = from.postcode;
      countryCode = from.countryCode;
      other = from.other;
    }

    public Builder streetLines(List<String> value) {
      streetLines = value;
      return this;
    }

    public Builder poBox(String value) {
      poBox = value;
      return this;
    }

    public Builder city(String value) {
      city = value;
      return this;
    }

    public Builder subdivisionName(String value) {
      subdivisionName = value;
      return this;
    }

    public Builder subdivisionCode(String value) {
      subdivisionCode = value;
      return this;
    }

    public Builder postcode(String value) {
      postcode = value;
      return this;
    }

    public Builder countryCode(String value) {
      countryCode = value;
      return this;
    }

    public Builder other(Map<String, Object> value) {
      other = value;
      return this;
    }

    /** The finished record. */
    public Address build() {
      return new Address(
          streetLines, poBox, city, subdivisionName, subdivisionCode, postcode, countryCode, other);
    }
  }
}
