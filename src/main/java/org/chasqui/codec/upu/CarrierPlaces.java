package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.Place;

/**
 * Places of LOC as carriers and posts give them: airports (UN 3055 agency 3, IATA), IMPC codes
 * (139, UPU), UN/LOCODE (6), or whatever a party calls its own.
 */
final class CarrierPlaces {
  private static final String IATA = "3";
  private static final String UPU = "139";
  private static final String UN = "6";
  private static final int AIRPORT = 3;
  private static final int IMPC = 6;
  private static final int LOCODE = 5;
  private static final int COUNTRY = 2;
  private static final int FACILITY = 35;
  private static final int MOST = 25;

  private CarrierPlaces() {}

  /** The place of a LOC, or null. */
  static Place read(MessageSegment loc) {
    var code = loc == null ? null : loc.text(2, 1);
    if (code == null) {
      return null;
    }
    var agency = loc.text(2, 3);
    if (IATA.equals(agency) && Forms.letters(code, AIRPORT)) {
      return new Place(null, null, code, null, null, null, null, Map.of());
    }
    if (Forms.letters(code, IMPC) && (agency == null || UPU.equals(agency))) {
      var country = code.substring(0, COUNTRY);
      return new Place(code, null, null, null, null, null, country, Map.of());
    }
    if (UN.equals(agency) && Forms.lettersOrDigits(code, LOCODE, LOCODE)) {
      var country = code.substring(0, COUNTRY);
      return new Place(null, code, null, null, null, null, country, Map.of());
    }
    var own = code.length() <= FACILITY ? code : code.substring(0, FACILITY);
    return new Place(null, null, null, null, own, null, null, Map.of());
  }

  /** The components of a place for LOC; empty when there is no code of it. */
  static List<String> write(String pointer, Place place, Losses losses) {
    if (place.airportCode() != null) {
      losses.noTarget(pointer + "/impcCode", place.impcCode());
      return rest(pointer, place, losses, List.of(place.airportCode(), "", IATA));
    }
    if (place.impcCode() != null) {
      return rest(pointer, place, losses, List.of(place.impcCode(), "", UPU));
    }
    if (place.unLocode() != null) {
      var code = List.of(place.unLocode(), "", UN);
      losses.noTarget(pointer + "/facilityCode", place.facilityCode());
      return code;
    }
    var own = losses.text(pointer + "/facilityCode", place.facilityCode(), MOST);
    return own == null ? List.of() : List.of(own);
  }

  private static List<String> rest(
      String pointer, Place place, Losses losses, List<String> written) {
    losses.noTarget(pointer + "/unLocode", place.unLocode());
    losses.noTarget(pointer + "/facilityCode", place.facilityCode());
    losses.noTarget(pointer + "/customsOfficeCode", place.customsOfficeCode());
    losses.noTarget(pointer + "/name", place.name());
    return written;
  }

  /**
   * The zone of a place. An airport that is the city of the nearer office has the office's zone,
   * and so has any other, since airports do not tell their country (ours).
   *
   * @param near IMPC code of the office at that end of the transport, or null
   */
  static Optional<ZoneId> zone(Place place, String near) {
    var zones = ImpcZones.builtIn();
    if (place != null && place.impcCode() != null) {
      return zones.zone(place.impcCode());
    }
    if (place != null && place.unLocode() != null) {
      return zones.zone(place.unLocode());
    }
    return zones.zone(near);
  }
}
