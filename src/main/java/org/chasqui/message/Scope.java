package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The items, receptacles or dispatch that something is about. Unknown properties are kept in {@code
 * other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Scope(
    List<DeclarationReference> items,
    List<String> receptacleIds,
    String dispatchId,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public Scope {
    items = Copies.list(items);
    receptacleIds = Copies.list(receptacleIds);
    other = Copies.map(other);
  }

  /** The first item, receptacle or dispatch named. */
  public String subject() {
    if (!items.isEmpty()) {
      return items.getFirst().itemId();
    }
    return receptacleIds.isEmpty() ? dispatchId : receptacleIds.getFirst();
  }
}
