package org.chasqui.codec;

import java.util.ArrayList;
import org.chasqui.message.Address;

/** An address in one text, for formats that have a single field for it. */
public final class AddressText {
  private AddressText() {}

  /**
   * Street, box, city with postcode, region, country, parted by commas.
   *
   * @param base JSON pointer of the address
   */
  public static String of(Address address, String base, LossList losses) {
    var parts = new ArrayList<>(address.streetLines());
    if (parts.size() > 1) {
      losses.rearranged(base, "/streetLines", "joined in one text");
    }
    parts.add(address.poBox() == null ? null : "PO BOX " + address.poBox());
    parts.add(joined(address.city(), address.postcode()));
    parts.add(joined(address.subdivisionName(), address.subdivisionCode()));
    parts.add(address.countryCode());
    parts.removeIf(part -> part == null || part.isBlank());
    return String.join(", ", parts);
  }

  private static String joined(String first, String second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return first + " " + second;
  }
}
