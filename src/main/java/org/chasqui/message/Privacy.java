package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * Legal basis and retention of the personal data of a message. Unknown properties are kept in
 * {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Privacy(
    String legalBasisCode,
    String retainUntil,
    String sharingRestrictionCode,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public Privacy {
    other = Copies.map(other);
  }
}
