package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** One duty or tax of a decision. Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
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
  public static Builder builder() {
    return new Builder();
  }

  /** Starts from the values of this one. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Collects the values of a {@link Duty}. */
  public static final class Builder {
    private String typeCode;
    private String typeName;
    private Integer lineSequence;
    private Money baseAmount;
    private String baseQuantity;
    private String rate;
    private RateUnit rateUnit;
    private Money assessed;
    private Money payable;
    private String regimeCode;
    private String reliefCode;
    private Map<String, Object> other;

    private Builder() {}

    private Builder(Duty from) {
      typeCode = from.typeCode;
      typeName = from.typeName;
      lineSequence = from.lineSequence;
      baseAmount = from.baseAmount;
      baseQuantity = from.baseQuantity;
      rate = from.rate;
      rateUnit = from.rateUnit;
      assessed = from.assessed;
      payable = from.payable;
      regimeCode = from.regimeCode;
      reliefCode = from.reliefCode;
      other = from.other;
    }

    public Builder typeCode(String value) {
      typeCode = value;
      return this;
    }

    public Builder typeName(String value) {
      typeName = value;
      return this;
    }

    public Builder lineSequence(Integer value) {
      lineSequence = value;
      return this;
    }

    public Builder baseAmount(Money value) {
      baseAmount = value;
      return this;
    }

    public Builder baseQuantity(String value) {
      baseQuantity = value;
      return this;
    }

    public Builder rate(String value) {
      rate = value;
      return this;
    }

    public Builder rateUnit(RateUnit value) {
      rateUnit = value;
      return this;
    }

    public Builder assessed(Money value) {
      assessed = value;
      return this;
    }

    public Builder payable(Money value) {
      payable = value;
      return this;
    }

    public Builder regimeCode(String value) {
      regimeCode = value;
      return this;
    }

    public Builder reliefCode(String value) {
      reliefCode = value;
      return this;
    }

    public Builder other(Map<String, Object> value) {
      other = value;
      return this;
    }

    /** The finished record. */
    public Duty build() {
      return new Duty(
          typeCode,
          typeName,
          lineSequence,
          baseAmount,
          baseQuantity,
          rate,
          rateUnit,
          assessed,
          payable,
          regimeCode,
          reliefCode,
          other);
    }
  }
}
