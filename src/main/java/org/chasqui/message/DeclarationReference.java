package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * Points to a declaration by item, version and customs reference. Unknown properties are kept in
 * {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeclarationReference(
    String itemId,
    String declarationId,
    Integer version,
    String customsReference,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public DeclarationReference {
    other = Copies.map(other);
  }
}
