package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * A supporting document: invoice, licence, certificate. Unknown properties are kept in {@code
 * other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Document(
    String typeCode,
    String number,
    String issuedOn,
    String issuer,
    Attachment attachment,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public Document {
    other = Copies.map(other);
  }
}
