package org.chasqui.codec.upu;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.codec.edifact.SyntaxError;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;
import org.chasqui.message.ProblemCode;

/** Reads values out of the groups of an item and notes what is wrong with them. */
final class ItemReader {
  private final List<Fault> faults;

  ItemReader(InterchangeReader.Item item) {
    this.faults = item.faults();
  }

  /** All parts of a text (components from one on), joined with a space. */
  static String joined(MessageSegment segment, int element) {
    if (segment == null) {
      return null;
    }
    var first = segment.text(element, 1);
    int components = segment.segment().components(element);
    if (components < 2) {
      return first;
    }
    var text = new StringBuilder(first == null ? "" : first);
    for (int c = 2; c <= components; c++) {
      var part = segment.text(element, c);
      if (part != null) {
        text.append(text.isEmpty() ? "" : " ").append(part);
      }
    }
    return text.isEmpty() ? null : text.toString();
  }

  /** A text cut to what the regional message takes. */
  String cut(MessageSegment segment, int element, String text, int most) {
    if (text == null || text.length() <= most) {
      return text;
    }
    faults.add(
        Fault.warning(
            ProblemCode.TEXT_CUT,
            SyntaxError.TOO_LONG,
            segment.at(element, 0),
            "length " + text.length(),
            "at most " + most));
    return text.substring(0, most);
  }

  /** The time of a DTM with a qualifier, or null. */
  String time(Group group, String qualifier, ZoneId zone) {
    var dtm = group.first("DTM", 1, 1, qualifier);
    return dtm == null ? null : time(dtm, zone);
  }

  /** The time of a DTM, or null. */
  String time(MessageSegment dtm, ZoneId zone) {
    var value = dtm.text(1, 2);
    var format = dtm.text(1, 3);
    var time = LocalTime.read(value, format, zone);
    if (time.isEmpty() && value != null && LocalTime.isFormat(format)) {
      refuse(dtm, 1, 2, "length " + value.length(), "a date and time of format " + format);
    }
    return time.orElse(null);
  }

  /** The amount of a MOA with a qualifier, or null. */
  Money money(Group group, String qualifier) {
    var moa = group.first("MOA", 1, 1, qualifier);
    var given = moa == null ? null : moa.text(1, 2);
    var currency = given == null ? null : moa.text(1, 3);
    if (currency == null) {
      return null;
    }
    var amount = Decimal.read(given);
    if (amount.isEmpty()) {
      refuse(moa, 1, 2, given, "an amount of zero or more");
    }
    return amount.map(value -> new Money(value, currency)).orElse(null);
  }

  /** The mass of a MEA with an attribute, in kilograms, or null. */
  Mass mass(Group group, String attribute) {
    var mea = group.first("MEA", 2, 1, attribute);
    var given = mea == null ? null : mea.text(3, 2);
    if (given == null) {
      return null;
    }
    var kilograms = Decimal.kilograms(given, mea.text(3, 1));
    if (kilograms.isEmpty()) {
      refuse(mea, 3, 2, given, "a mass of zero or more");
    }
    return kilograms.map(value -> new Mass(value, "KGM")).orElse(null);
  }

  /** The total mass of a CNT with a qualifier, in kilograms, or null. */
  Mass total(Group group, String qualifier) {
    var cnt = group.first("CNT", 1, 1, qualifier);
    var kilograms = cnt == null ? null : Decimal.kilograms(cnt.text(1, 2), cnt.text(1, 3));
    if (kilograms != null && kilograms.isEmpty()) {
      refuse(cnt, 1, 2, "no mass", "a mass of zero or more");
    }
    return kilograms == null ? null : kilograms.map(value -> new Mass(value, "KGM")).orElse(null);
  }

  /** A whole number, or null. */
  Integer whole(MessageSegment segment, int element, int component) {
    var text = segment == null ? null : segment.text(element, component);
    if (text == null) {
      return null;
    }
    var number = Decimal.read(text).orElse("");
    int point = number.indexOf('.');
    boolean whole = point < 0 || new BigDecimal(number).stripTrailingZeros().scale() <= 0;
    var digits = point < 0 ? number : number.substring(0, point);
    if (!whole || !Forms.digits(digits, 1, 9)) {
      refuse(segment, element, component, "length " + text.length(), "a whole number");
      return null;
    }
    return Integer.valueOf(digits);
  }

  /**
   * Notes that a value stops the item, unless its place is known to be wrong; {@code found} must
   * hold no personal data.
   */
  void refuse(MessageSegment segment, int element, int component, String found, String expected) {
    var location = segment.at(element, component);
    for (var fault : faults) {
      if (fault.isError() && fault.problem().location().equals(location)) {
        return;
      }
    }
    var error = SyntaxError.INVALID_VALUE;
    faults.add(Fault.of(ProblemCode.ELEMENT_FORMAT, error, location, found, expected));
  }

  /** Notes that a segment is missing beside another. */
  void missing(MessageSegment beside, String expected) {
    faults.add(
        Fault.of(
            ProblemCode.SEGMENT_MISSING,
            SyntaxError.MISSING,
            beside.at(0, 0),
            beside.segment().tag(),
            expected));
  }

  /** Notes that a value is passed over. */
  void pass(
      ProblemCode code,
      MessageSegment segment,
      int element,
      int component,
      String found,
      String expected) {
    faults.add(
        Fault.warning(
            code, SyntaxError.INVALID_VALUE, segment.at(element, component), found, expected));
  }
}
