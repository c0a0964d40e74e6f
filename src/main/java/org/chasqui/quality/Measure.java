package org.chasqui.quality;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** One thing that is counted of a declaration: a field, a doubt, or a whole dimension. */
public enum Measure {
  COMPLETE(Dimension.COMPLETENESS, "completeness", null),
  SENDER_NAME(Dimension.COMPLETENESS, "sender.name", "/sender/name"),
  SENDER_STREET(Dimension.COMPLETENESS, "sender.street", "/sender/address/streetLines"),
  SENDER_CITY(Dimension.COMPLETENESS, "sender.city", "/sender/address/city"),
  SENDER_POSTCODE(Dimension.COMPLETENESS, "sender.postcode", "/sender/address/postcode"),
  SENDER_COUNTRY(Dimension.COMPLETENESS, "sender.country", "/sender/address/countryCode"),
  SENDER_CONTACT(Dimension.COMPLETENESS, "sender.contact", "/sender/phone"),
  SENDER_IDENTIFIER(Dimension.COMPLETENESS, "sender.identifier", "/sender/identifiers"),
  ADDRESSEE_NAME(Dimension.COMPLETENESS, "addressee.name", "/recipient/name"),
  ADDRESSEE_STREET(Dimension.COMPLETENESS, "addressee.street", "/recipient/address/streetLines"),
  ADDRESSEE_CITY(Dimension.COMPLETENESS, "addressee.city", "/recipient/address/city"),
  ADDRESSEE_POSTCODE(Dimension.COMPLETENESS, "addressee.postcode", "/recipient/address/postcode"),
  ADDRESSEE_COUNTRY(Dimension.COMPLETENESS, "addressee.country", "/recipient/address/countryCode"),
  ADDRESSEE_CONTACT(Dimension.COMPLETENESS, "addressee.contact", "/recipient/phone"),
  ADDRESSEE_IDENTIFIER(Dimension.COMPLETENESS, "addressee.identifier", "/recipient/identifiers"),
  ITEM_CATEGORY(Dimension.COMPLETENESS, "item.category", "/itemCategory"),
  GROSS_MASS(Dimension.COMPLETENESS, "item.gross-mass", "/grossMass"),
  CONTENT_DESCRIPTION(Dimension.COMPLETENESS, "content.description", "/contents/*/description"),
  CONTENT_QUANTITY(Dimension.COMPLETENESS, "content.quantity", "/contents/*/quantity"),
  CONTENT_HS_CODE(Dimension.COMPLETENESS, "content.hs-code", "/contents/*/hsCode"),
  CONTENT_NET_MASS(Dimension.COMPLETENESS, "content.net-mass", "/contents/*/netMass"),
  CONTENT_VALUE(Dimension.COMPLETENESS, "content.value", "/contents/*/value"),
  CONTENT_ORIGIN(Dimension.COMPLETENESS, "content.origin-country", "/contents/*/originCountryCode"),

  ACCURATE(Dimension.ACCURACY, "accuracy", null),
  CLEAR_DESCRIPTION(Dimension.ACCURACY, "description.clear", "/contents/*/description"),
  TRUE_VALUE(Dimension.ACCURACY, "value.plausible", "/contents/*/value"),
  HS_FORM(Dimension.ACCURACY, "hs-code.form", "/contents/*/hsCode"),
  HS_HEADING(Dimension.ACCURACY, "hs-code.heading", "/contents/*/hsCode"),
  /** An indication only: it does not count for {@link #ACCURATE}. */
  DESCRIPTION_FITS(Dimension.ACCURACY, "description.fits-hs-code", "/contents/*/hsCode"),

  CONSISTENT(Dimension.CONSISTENCY, "consistency", null),
  MASS_SUM(Dimension.CONSISTENCY, "mass.sum", "/grossMass"),
  VALUE_SUM(Dimension.CONSISTENCY, "value.sum", "/declaredValue"),

  BEFORE_DISPATCH(Dimension.TIMELINESS, "timeliness.dispatch", null),
  BEFORE_ARRIVAL(Dimension.TIMELINESS, "timeliness.arrival", null),

  MATCHED(Dimension.MATCH, "match", null);

  private final Dimension dimension;
  private final String key;
  private final String pointer;

  Measure(Dimension dimension, String key, String pointer) {
    this.dimension = dimension;
    this.key = key;
    this.pointer = pointer;
  }

  /** The side of quality that it belongs to. */
  public Dimension dimension() {
    return dimension;
  }

  /** The form in the ledger, in files and in answers; never changes. */
  public String key() {
    return key;
  }

  /** The field of the declaration, {@code *} for any position; null for what is no field. */
  public String pointer() {
    return pointer;
  }

  /** True for a field or doubt that can be mended, false for a sum of a dimension. */
  public boolean isField() {
    return pointer != null;
  }

  /** The measure with this key; empty when none has it. */
  public static Optional<Measure> ofKey(String key) {
    return Arrays.stream(values()).filter(measure -> measure.key.equals(key)).findFirst();
  }

  /** The fields and doubts of a dimension. */
  static Set<Measure> fieldsOf(Dimension dimension) {
    var fields = EnumSet.noneOf(Measure.class);
    for (var measure : values()) {
      if (measure.dimension == dimension && measure.isField()) {
        fields.add(measure);
      }
    }
    return Collections.unmodifiableSet(fields);
  }
}
