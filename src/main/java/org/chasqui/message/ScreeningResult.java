package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** The security screening of one item. Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScreeningResult(
    String itemId,
    ScreeningOutcome resultCode,
    List<String> methodCodes,
    String screenedAt,
    Place facility,
    String screenedBy,
    String screenerIdentifier,
    List<Attachment> attachments,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public ScreeningResult {
    methodCodes = Copies.list(methodCodes);
    attachments = Copies.list(attachments);
    other = Copies.map(other);
  }
}
