package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** Security status of an item before dispatch. Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Security(
    String statusCode,
    List<String> screeningMethodCodes,
    String exemptionCode,
    String screenedBy,
    String screenedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public Security {
    screeningMethodCodes = Copies.list(screeningMethodCodes);
    other = Copies.map(other);
  }
}
