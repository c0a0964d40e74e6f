package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * One line of the contents of an item (CN 23 columns 1 to 8). Unknown properties are kept in {@code
 * other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContentPiece(
    Integer sequence,
    String description,
    String descriptionLanguageCode,
    Integer quantity,
    String quantityUnitCode,
    Mass netMass,
    Money value,
    String hsCode,
    String hsEdition,
    String tariffCode,
    String originCountryCode,
    Integer packageCount,
    String gtin,
    String sku,
    String productUri,
    String brand,
    String dangerousGoodsUnNumber,
    List<Document> documents,
    String revisedDescription,
    String revisedHsCode,
    Map<String, Object> extensions,
    List<String> critical,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public ContentPiece {
    documents = Copies.list(documents);
    extensions = Copies.map(extensions);
    critical = Copies.list(critical);
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

  /** Collects the values of a {@link ContentPiece}. */
  public static final class Builder {
    private Integer sequence;
    private String description;
    private String descriptionLanguageCode;
    private Integer quantity;
    private String quantityUnitCode;
    private Mass netMass;
    private Money value;
    private String hsCode;
    private String hsEdition;
    private String tariffCode;
    private String originCountryCode;
    private Integer packageCount;
    private String gtin;
    private String sku;
    private String productUri;
    private String brand;
    private String dangerousGoodsUnNumber;
    private List<Document> documents;
    private String revisedDescription;
    private String revisedHsCode;
    private Map<String, Object> extensions;
    private List<String> critical;
    private Map<String, Object> other;

    private Builder() {}

    private Builder(ContentPiece from) {
      sequence = from.sequence;
      description = from.description;
      descriptionLanguageCode = from.descriptionLanguageCode;
      quantity = from.quantity;
      quantityUnitCode = from.quantityUnitCode;
      netMass = from.netMass;
      value = from.value;
      hsCode = from.hsCode;
      hsEdition = from.hsEdition;
      tariffCode = from.tariffCode;
      originCountryCode = from.originCountryCode;
      packageCount = from.packageCount;
      gtin = from.gtin;
      sku = from.sku;
      productUri = from.productUri;
      brand = from.brand;
      dangerousGoodsUnNumber = from.dangerousGoodsUnNumber;
      documents = from.documents;
      revisedDescription = from.revisedDescription;
      revisedHsCode = from.revisedHsCode;
      extensions = from.extensions;
      critical = from.critical;
      other = from.other;
    }

    public Builder sequence(Integer value) {
      sequence = value;
      return this;
    }

    public Builder description(String value) {
      description = value;
      return this;
    }

    public Builder descriptionLanguageCode(String value) {
      descriptionLanguageCode = value;
      return this;
    }

    public Builder quantity(Integer value) {
      quantity = value;
      return this;
    }

    public Builder quantityUnitCode(String value) {
      quantityUnitCode = value;
      return this;
    }

    public Builder netMass(Mass value) {
      netMass = value;
      return this;
    }

    public Builder value(Money value) {
      this.value = value;
      return this;
    }

    public Builder hsCode(String value) {
      hsCode = value;
      return this;
    }

    public Builder hsEdition(String value) {
      hsEdition = value;
      return this;
    }

    public Builder tariffCode(String value) {
      tariffCode = value;
      return this;
    }

    public Builder originCountryCode(String value) {
      originCountryCode = value;
      return this;
    }

    public Builder packageCount(Integer value) {
      packageCount = value;
      return this;
    }

    public Builder gtin(String value) {
      gtin = value;
      return this;
    }

    public Builder sku(String value) {
      sku = value;
      return this;
    }

    public Builder productUri(String value) {
      productUri = value;
      return this;
    }

    public Builder brand(String value) {
      brand = value;
      return this;
    }

    public Builder dangerousGoodsUnNumber(String value) {
      dangerousGoodsUnNumber = value;
      return this;
    }

    public Builder documents(List<Document> value) {
      documents = value;
      return this;
    }

    public Builder revisedDescription(String value) {
      revisedDescription = value;
      return this;
    }

    public Builder revisedHsCode(String value) {
      revisedHsCode = value;
      return this;
    }

    public Builder extensions(Map<String, Object> value) {
      extensions = value;
      return this;
    }

    public Builder critical(List<String> value) {
      critical = value;
      return this;
    }

    public Builder other(Map<String, Object> value) {
      other = value;
      return this;
    }

    /** The finished record. */
    public ContentPiece build() {
      return new ContentPiece(
          sequence,
          description,
          descriptionLanguageCode,
          quantity,
          quantityUnitCode,
          netMass,
          value,
          hsCode,
          hsEdition,
          tariffCode,
          originCountryCode,
          packageCount,
          gtin,
          sku,
          productUri,
          brand,
          dangerousGoodsUnNumber,
          documents,
          revisedDescription,
          revisedHsCode,
          extensions,
          critical,
          other);
    }
  }
}
