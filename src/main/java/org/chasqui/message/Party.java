package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A person or organisation of an item: sender, addressee, importer, seller, buyer. Unknown
 * properties are kept in {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Built
public record Party(
    String name,
    String givenName,
    String familyName,
    String organisationName,
    PersonType personType,
    List<PartyIdentifier> identifiers,
    Address address,
    String phone,
    String email,
    String customsReference,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other) {

  /** Copies the collections; an absent one becomes empty. */
  public Party {
    identifiers = Copies.list(identifiers);
    other = Copies.map(other);
  }

  /** Starts an empty one. */
  public static PartyBuilder builder() {
    return PartyBuilder.builder();
  }

  /** Starts from the values of this one. */
  public PartyBuilder toBuilder() {
    return PartyBuilder.builder(this);
  }
}
