package org.chasqui.codec.upu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclarationBuilder;
import org.chasqui.message.Place;
import org.chasqui.message.ProblemCode;

/**
 * Reads where an item goes from and to (LOC) and by which service (TSR). What has no field of its
 * own is kept under {@link ItmattReader#EXTENSION} of the extensions.
 */
final class DeclarationPlaces {
  static final String DESTINATION_IMPC = "destinationImpcCode";
  static final String NATURE = "natureOfTransaction";

  /** Kept beside the category, which has none of its own for it. */
  private static final String MIXED = "991";

  /** List 136, {@code config/codelists/natures.csv}. */
  private static final Map<String, ItemCategory> NATURES = natures();

  private static final Pattern SUBCLASS = Pattern.compile("[A-Z][A-Z0-9]");
  private static final Pattern CATEGORY = Pattern.compile("[A-D]");
  private static final int IMPC = 6;
  private static final int COUNTRY = 2;

  private final Group group;
  private final ItemReader values;
  private final Map<String, Object> extension = new TreeMap<>();
  private String impc;
  private String from;

  DeclarationPlaces(Group group, ItemReader values) {
    this.group = group;
    this.values = values;
  }

  /** Fills in the countries and offices; an operator stands in for what LOC leaves out. */
  void read(ItemDeclarationBuilder declaration, String origin, String destination) {
    impc = place("5", IMPC);
    var destinationImpc = place("8", IMPC);
    from = country("35", impc, origin);
    declaration
        .originCountryCode(from)
        .destinationCountryCode(country("28", destinationImpc, destination));
    if (impc != null) {
      declaration.postingLocation(new Place(impc, null, null, null, null, null, null, null));
    }
    if (destinationImpc != null) {
      extension.put(DESTINATION_IMPC, destinationImpc);
    }
  }

  private String place(String qualifier, int letters) {
    var loc = group.first("LOC", 1, 1, qualifier);
    var code = loc == null ? null : loc.text(2);
    if (code != null && !Forms.letters(code, letters)) {
      var found = "length " + code.length();
      values.pass(ProblemCode.ELEMENT_FORMAT, loc, 2, 1, found, letters + " capital letters");
      return null;
    }
    return code;
  }

  /** By LOC, else by the office, else by the operator: IMPC and operator begin with the country. */
  private String country(String qualifier, String office, String operator) {
    var code = place(qualifier, COUNTRY);
    if (code == null) {
      var holder = office != null ? office : operator;
      code = holder == null ? null : holder.substring(0, COUNTRY);
    }
    return Forms.letters(code, COUNTRY) ? code : null;
  }

  /** The zone of the office of posting, else of the country of origin; after {@link #read}. */
  ZoneId zone(ZoneId otherwise) {
    var zones = ImpcZones.builtIn();
    return zones.zone(impc).or(() -> zones.zone(from)).orElse(otherwise);
  }

  /** Fills in what TSR says; nothing when there is none. */
  void service(ItemDeclarationBuilder declaration, MessageSegment tsr) {
    if (tsr == null) {
      return;
    }
    var subclass = usable(tsr, 2, SUBCLASS, "a code of list 117");
    var category = usable(tsr, 3, CATEGORY, "A, B, C, D");
    declaration.mailSubclassCode(subclass).mailCategoryCode(category);
    if (subclass != null && "UCET".indexOf(subclass.charAt(0)) >= 0) {
      declaration.mailClassCode(subclass.substring(0, 1));
    }
    nature(declaration, tsr, tsr.text(4));
  }

  private void nature(ItemDeclarationBuilder declaration, MessageSegment tsr, String nature) {
    if (nature == null) {
      return;
    }
    var category = NATURES.get(nature);
    if (category == null) {
      values.pass(ProblemCode.CODE_VALUE, tsr, 4, 1, nature, "a code of list 136");
    }
    declaration.itemCategory(category == null ? ItemCategory.OTHER : category);
    if (category == null || nature.equals(MIXED)) {
      extension.put(NATURE, nature);
    }
  }

  private String usable(MessageSegment segment, int element, Pattern form, String expected) {
    var code = segment.text(element);
    if (code != null && !form.matcher(code).matches()) {
      values.pass(ProblemCode.CODE_VALUE, segment, element, 1, code, expected);
      return null;
    }
    return code;
  }

  private static Map<String, ItemCategory> natures() {
    try (var in = DeclarationPlaces.class.getResourceAsStream("natures.csv");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", 3))
          .collect(Collectors.toMap(row -> row[0], row -> ItemCategory.valueOf(row[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is kept beside the fields; empty when there is nothing. */
  Map<String, Object> extensions() {
    return extension.isEmpty()
        ? Map.of()
        : Map.of(ItmattReader.EXTENSION, Collections.unmodifiableMap(extension));
  }
}
