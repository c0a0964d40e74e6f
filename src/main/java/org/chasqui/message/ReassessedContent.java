package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** A content piece as customs reassessed it. Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReassessedContent(
    Integer lineSequence,
    String hsCode,
    String tariffCode,
    Money value,
    String description,
    String originCountryCode,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public ReassessedContent {
    other = Copies.map(other);
  }
}
