package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** One located problem in its wire form. Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemItem(
    String code,
    Severity severity,
    String pointer,
    String value,
    String detail,
    String languageCode,
    String wcoPointer,
    String sourceCode,
    String sourceText,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public ProblemItem {
    other = Copies.map(other);
  }
}
