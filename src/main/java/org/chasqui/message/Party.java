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
  public static Builder builder() {
    return new Builder();
  }

  /** Starts from the values of this one. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Collects the values of a {@link Party}. */
  public static final class Builder {
    private String name;
    private String givenName;
    private String familyName;
    private String organisationName;
    private PersonType personType;
    private List<PartyIdentifier> identifiers;
    private Address address;
    private String phone;
    private String email;
    private String customsReference;
    private Map<String, Object> other;

    private Builder() {}

    private Builder(Party from) {
      name = from.name;
      givenName = from.givenName;
      familyName = from.familyName;
      organisationName = from.organisationName;
      personType = from.personType;
      identifiers = from.identifiers;
      address = from.address;
      phone = from.phone;
      email = from.email;
      customsReference = from.customsReference;
      other = from.other;
    }

    public Builder name(String value) {
      name = value;
      return this;
    }

    public Builder givenName(String value) {
      givenName = value;
      return this;
    }

    public Builder familyName(String value) {
      familyName = value;
      return this;
    }

    public Builder organisationName(String value) {
      organisationName = value;
      return this;
    }

    public Builder personType(PersonType value) {
      personType = value;
      return this;
    }

    public Builder identifiers(List<PartyIdentifier> value) {
      identifiers = value;
      return this;
    }

    public Builder address(Address value) {
      address = value;
      return this;
    }

    public Builder phone(String value) {
      phone = value;
      return this;
    }

    public Builder email(String value) {
      email = value;
      return this;
    }

    public Builder customsReference(String value) {
      customsReference = value;
      return this;
    }

    public Builder other(Map<String, Object> value) {
      other = value;
      return this;
    }

    /** The finished record. */
    public Party build() {
      return new Party(
          name,
          givenName,
          familyName,
          organisationName,
          personType,
          identifiers,
          address,
          phone,
          email,
          customsReference,
          other);
    }
  }
}
