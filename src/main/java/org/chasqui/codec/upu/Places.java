package org.chasqui.codec.upu;

import java.util.Map;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.Place;

/** Places in LOC: an IMPC code, an airport, a UN/LOCODE, or whatever else an operator calls one. */
final class Places {
  private static final String IATA = "3";
  private static final String UN = "6";
  private static final int AIRPORT = 3;
  private static final int UN_LOCODE = 5;
  private static final int COUNTRY = 2;
  private static final int FACILITY = 35;
  private static final int CODE = 25;

  private Places() {}

  /** The place of a LOC; null for none. */
  static Place read(ItemReader values, MessageSegment loc) {
    var code = loc == null ? null : loc.text(2);
    if (code == null) {
      return null;
    }
    var agency = loc.text(2, 3);
    if (EventCodes.isImpc(code)) {
      return place(code, null, null, null, code.substring(0, COUNTRY));
    }
    if (IATA.equals(agency) && Forms.letters(code, AIRPORT)) {
      return place(null, null, code, null, null);
    }
    boolean unLocode =
        UN.equals(agency)
            && Forms.lettersOrDigits(code, UN_LOCODE, UN_LOCODE)
            && Forms.letters(code.substring(0, COUNTRY), COUNTRY);
    return unLocode
        ? place(null, code, null, null, code.substring(0, COUNTRY))
        : place(null, null, null, values.cut(loc, 2, code, FACILITY), null);
  }

  private static Place place(
      String impc, String unLocode, String airport, String facility, String country) {
    return new Place(impc, unLocode, airport, null, facility, null, country, Map.of());
  }

  /** Writes a place; what has none of the codes is a loss. */
  static void write(
      EdifactWriter writer, Losses losses, String qualifier, String pointer, Place place) {
    if (place == null) {
      return;
    }
    if (place.impcCode() != null) {
      loc(writer, qualifier, place.impcCode(), PartyIds.AGENCY);
      losses.noTarget(pointer + "/airportCode", place.airportCode());
      losses.noTarget(pointer + "/unLocode", place.unLocode());
    } else if (place.airportCode() != null) {
      loc(writer, qualifier, place.airportCode(), IATA);
      losses.noTarget(pointer + "/unLocode", place.unLocode());
    } else if (place.unLocode() != null) {
      loc(writer, qualifier, place.unLocode(), UN);
    } else if (place.facilityCode() != null) {
      var code = losses.text(pointer + "/facilityCode", place.facilityCode(), CODE);
      loc(writer, qualifier, code, "");
    } else {
      losses.noTarget(pointer, place.toString());
      return;
    }
    losses.noTarget(pointer + "/name", place.name());
    losses.noTarget(pointer + "/customsOfficeCode", place.customsOfficeCode());
  }

  private static void loc(EdifactWriter writer, String qualifier, String code, String agency) {
    var loc = writer.segment("LOC").element(qualifier);
    if (agency.isEmpty()) {
      loc.element(code);
    } else {
      loc.element(code, "", agency);
    }
    loc.end();
  }

  /** Whether LOC has a code for a place. */
  static boolean hasCode(Place place) {
    return place != null
        && (place.impcCode() != null
            || place.airportCode() != null
            || place.unLocode() != null
            || place.facilityCode() != null);
  }
}
