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
@Built
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
  public static ContentPieceBuilder builder() {
    return ContentPieceBuilder.builder();
  }

  /** Starts from the values of this one. */
  public ContentPieceBuilder toBuilder() {
    return ContentPieceBuilder.builder(this);
  }
}
