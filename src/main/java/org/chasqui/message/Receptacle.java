package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** One receptacle of a dispatch (S9). Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Receptacle(
    String receptacleId,
    String typeCode,
    Mass grossMass,
    Integer itemCount,
    List<String> sealNumbers,
    Boolean dangerousGoods,
    List<ReceptacleItem> items,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public Receptacle {
    sealNumbers = Copies.list(sealNumbers);
    items = Copies.list(items);
    other = Copies.map(other);
  }
}
