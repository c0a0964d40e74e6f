package org.chasqui.access;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of the file of tokens: {@code party,rights,issued,revoked,sha256}.
 *
 * @param digest SHA-256 of the token
 * @param revoked when it was revoked, or null
 */
record TokenRecord(Caller caller, Instant issued, Instant revoked, byte[] digest) {
  static final String HEADER = "party,rights,issued,revoked,sha256";
  private static final Pattern PARTY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** Reads a line; the message of the exception says which column is wrong and why. */
  static TokenRecord parse(String line) {
    var columns = line.split(",", -1);
    if (columns.length != 5) {
      throw new IllegalArgumentException("has " + columns.length + " columns, expected " + HEADER);
    }
    if (!PARTY.matcher(columns[0]).matches()) {
      throw new IllegalArgumentException("party '" + columns[0] + "' is not a party id");
    }
    if (!DIGEST.matcher(columns[4]).matches()) {
      throw new IllegalArgumentException("sha256 is not 64 lower-case hex digits");
    }
    return new TokenRecord(
        new Caller(columns[0], rights(columns[1])),
        time("issued", columns[2]),
        columns[3].isEmpty() ? null : time("revoked", columns[3]),
        HexFormat.of().parseHex(columns[4]));
  }

  String line() {
    var rights = EnumSet.copyOf(caller.rights());
    return String.join(
        ",",
        caller.party(),
        rights.stream().map(Right::name).collect(Collectors.joining(" ")),
        issued.toString(),
        revoked == null ? "" : revoked.toString(),
        HexFormat.of().formatHex(digest));
  }

  TokenRecord revokedAt(Instant at) {
    return new TokenRecord(caller, issued, at, digest);
  }

  private static Set<Right> rights(String column) {
    var rights = EnumSet.noneOf(Right.class);
    for (var name : column.trim().split(" +")) {
      try {
        rights.add(Right.valueOf(name));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "right '" + name + "' is none of " + EnumSet.allOf(Right.class), e);
      }
    }
    return rights;
  }

  private static Instant time(String column, String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          column + " '" + value + "' is not a time like 2026-11-03T10:15:00Z", e);
    }
  }
}
