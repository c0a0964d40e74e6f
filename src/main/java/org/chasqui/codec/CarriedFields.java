package org.chasqui.codec;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.message.ItemDeclaration;

/**
 * Names the fields of a declaration that an encoder looks after, by their paths ({@code /*} for the
 * elements of a list), those that formats carry together by one call. {@link #losses()} reports all
 * others. Not thread-safe: built once, when a format is loaded.
 */
public final class CarriedFields {
  /** Of the message, not of the item: the ledger keeps them with the delivery. */
  private static final List<String> MESSAGE =
      List.of("/declarationId", "/version", "/function", "/flow");

  private static final List<String> NAMES =
      List.of("/name", "/givenName", "/familyName", "/organisationName");

  private static final List<String> IDENTIFIER =
      List.of("/schemeCode", "/value", "/issuingCountryCode");

  private static final List<String> ADDRESS =
      List.of(
          "/streetLines",
          "/poBox",
          "/city",
          "/subdivisionName",
          "/subdivisionCode",
          "/postcode",
          "/countryCode");

  private final Set<String> paths = new HashSet<>();

  private CarriedFields() {}

  /** Starts with these fields and those of the message that every format looks after. */
  public static CarriedFields ofMessageAnd(String... fields) {
    return only(fields).add("", MESSAGE);
  }

  /** Starts with these fields alone. */
  public static CarriedFields only(String... fields) {
    return new CarriedFields().add("", List.of(fields));
  }

  /** Fields of the item besides. */
  public CarriedFields and(String... fields) {
    return add("", List.of(fields));
  }

  /** Fields of one place: {@code at("/transport", "/modeCode")}. */
  public CarriedFields at(String place, String... fields) {
    return add(place, List.of(fields));
  }

  /** Fields of each piece of the contents. */
  public CarriedFields contents(String... fields) {
    return add("/contents/*", List.of(fields));
  }

  /** Value and unit of each of these masses. */
  public CarriedFields masses(String... masses) {
    return each(masses, List.of("/value", "/unitCode"));
  }

  /** Amount and currency of each of these. */
  public CarriedFields amounts(String... amounts) {
    return each(amounts, List.of("/amount", "/currencyCode"));
  }

  /** Length, width and height of the item. */
  public CarriedFields dimensions() {
    return at("/dimensions", "/lengthCm", "/widthCm", "/heightCm");
  }

  /** Type and number of each document of the item. */
  public CarriedFields documents() {
    return at("/documents/*", "/typeCode", "/number");
  }

  /** Names, identifiers and address of each of these parties. */
  public CarriedFields parties(String... parties) {
    return names(parties).identifiers(parties).addresses(parties);
  }

  /** The names of each of these parties. */
  public CarriedFields names(String... parties) {
    return each(parties, NAMES);
  }

  /** The identifiers of each of these parties. */
  public CarriedFields identifiers(String... parties) {
    for (var party : parties) {
      add(party + "/identifiers/*", IDENTIFIER);
    }
    return this;
  }

  /** The address of each of these parties. */
  public CarriedFields addresses(String... parties) {
    for (var party : parties) {
      add(party + "/address", ADDRESS);
    }
    return this;
  }

  /**
   * Reports what is not among these fields.
   *
   * @throws IllegalArgumentException when a declaration has no such field
   */
  public FieldLosses losses() {
    return FieldLosses.of(ItemDeclaration.class, paths);
  }

  private CarriedFields each(String[] places, List<String> fields) {
    for (var place : places) {
      add(place, fields);
    }
    return this;
  }

  private CarriedFields add(String place, List<String> fields) {
    for (var field : fields) {
      paths.add(place + field);
    }
    return this;
  }
}
