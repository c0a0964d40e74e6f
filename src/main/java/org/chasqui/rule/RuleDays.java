package org.chasqui.rule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Rfc3339;
import org.chasqui.profile.RuleDay;

/**
 * The days of a declaration in the time zone of its administration.
 *
 * @param posted null when no posting was declared that can be read
 */
record RuleDays(LocalDate received, LocalDate posted) {

  static RuleDays of(ItemDeclaration declaration, Instant receivedAt, ZoneId zone) {
    return new RuleDays(receivedAt.atZone(zone).toLocalDate(), posted(declaration, zone));
  }

  private static LocalDate posted(ItemDeclaration declaration, ZoneId zone) {
    try {
      var posting = declaration.postingDateTime();
      return posting == null ? null : Rfc3339.parse(posting).atZoneSameInstant(zone).toLocalDate();
    } catch (DateTimeException e) {
      return null; // not a time at all: the schema's check says so
    }
  }

  LocalDate of(RuleDay day) {
    return day == RuleDay.POSTING && posted != null ? posted : received;
  }
}
