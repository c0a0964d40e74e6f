package org.chasqui.console;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.chasqui.profile.Mark;
import org.chasqui.profile.Profile;

/**
 * {@code /v1/administrations}: the 22 with their facts, how sure these are, and how they are doing.
 */
final class AdministrationCalls {
  private final Region region;

  AdministrationCalls(Region region) {
    this.region = region;
  }

  record AdministrationsView(List<AdministrationView> administrations) {}

  record AdministrationView(
      String id,
      String countryCode,
      String country,
      String code,
      String name,
      String address,
      List<String> languages,
      String currency,
      String zone,
      String localTime,
      String state,
      String itemsPerMinute,
      Views.TallyView tally,
      SystemView system,
      InterfaceView format,
      MarkView systemMark,
      MarkView languagesMark,
      String changed,
      @JsonUnwrapped RuleViews rules,
      List<FactView> facts) {}

  /** How sure something is that has no row of its own. */
  record MarkView(String source, String confidence) {}

  record SystemView(String name, String description, String formatConfidence, boolean confirmed) {}

  record InterfaceView(String codec, String transport, String authentication, String response) {}

  record FactView(String topic, String text, String source, String confidence) {}

  ApiResponse list(Call call) {
    var rows = region.standings().stream().map(standing -> view(standing, call)).toList();
    return Json.answer(200, new AdministrationsView(rows));
  }

  ApiResponse one(Call call) {
    return region
        .standing(call.part("party"))
        .map(standing -> Json.answer(200, view(standing, call)))
        .orElseGet(call::notFound);
  }

  /** A party sees of others how they are doing, but not how much they were sent. */
  static boolean seesTally(Call call, String party) {
    return call.confinedTo() == null || call.confinedTo().equals(party);
  }

  private AdministrationView view(Region.Standing standing, Call call) {
    var profile = standing.profile();
    var who = profile.identity();
    boolean counts = seesTally(call, profile.id());
    return new AdministrationView(
        profile.id(),
        who.countryCode(),
        country(profile, call.language().getLanguage()),
        who.code(),
        who.name(),
        who.address().urn(),
        who.languages(),
        who.currency(),
        who.zone().getId(),
        region.clock().instant().atZone(who.zone()).toOffsetDateTime().withNano(0).toString(),
        standing.state().name(),
        counts && standing.perMinute().isPresent() ? rate(standing) : null,
        counts ? Views.of(standing.tally()) : null,
        system(profile),
        connection(profile),
        mark(profile.marks().system()),
        mark(profile.marks().languages()),
        profile.changed().toString(),
        RuleViews.of(profile, region.clock().instant()),
        facts(profile));
  }

  static String country(Profile profile, String language) {
    Map<String, String> names = profile.identity().countryNames();
    return names.getOrDefault(language, names.getOrDefault("en", profile.identity().countryCode()));
  }

  static String rate(Region.Standing standing) {
    return BigDecimal.valueOf(standing.perMinute().orElse(0))
        .setScale(1, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static SystemView system(Profile profile) {
    var system = profile.system();
    return new SystemView(
        system.name(), system.description(), system.formatConfidence().name(), system.confirmed());
  }

  private static InterfaceView connection(Profile profile) {
    return new InterfaceView(
        profile.format().codec(),
        profile.transport().kind(),
        profile.authentication().modules(),
        profile.response().strategy());
  }

  private static List<FactView> facts(Profile profile) {
    return profile.facts().stream()
        .map(f -> new FactView(f.topic(), f.text(), f.source(), f.confidence().name()))
        .toList();
  }

  private static MarkView mark(Mark mark) {
    return new MarkView(mark.source(), mark.confidence().name());
  }
}
