package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.util.List;
import org.chasqui.console.html.Element;
import org.chasqui.profile.Confidence;
import org.chasqui.profile.Mark;
import org.chasqui.profile.Profile;

/** The profile of one administration: facts, sources, how sure these are, and how it is doing. */
final class AdministrationPage {
  private static final List<String> FACTS = List.of("topic", "fact", "source", "confidence");

  private final Region region;
  private final Frame frame;

  AdministrationPage(Region region, Frame frame) {
    this.region = region;
    this.frame = frame;
  }

  ApiResponse page(Call call) {
    var found = region.standing(call.part("party"));
    if (found.isEmpty()) {
      return call.notFound();
    }
    var standing = found.get();
    var profile = standing.profile();
    var country = AdministrationCalls.country(profile, call.language().getLanguage());
    var texts = call.texts();
    var rules = new RuleTables(profile, texts);
    return frame.page(
        call,
        200,
        country,
        el("h1", country + " ").add(el("small", profile.identity().name())),
        notice(profile, texts),
        now(standing, call),
        interfaces(profile, texts),
        rules.thresholds(),
        rules.quotas(),
        rules.categories(),
        rules.requirements(),
        rules.identifiers(),
        facts(profile, texts));
  }

  private static Element notice(Profile profile, Texts texts) {
    return classed("p", profile.system().confirmed() ? "notice" : "notice warn")
        .text(
            texts.get(
                profile.system().confirmed()
                    ? "confidence.confirmed-by"
                    : "confidence.unconfirmed"));
  }

  private Element now(Region.Standing standing, Call call) {
    var texts = call.texts();
    var profile = standing.profile();
    var tally = AdministrationCalls.seesTally(call, profile.id()) ? standing.tally() : null;
    var now = region.clock().instant();
    return Tables.facts(
        Tables.fact(texts.get("region.state"), Badges.of(standing.state(), texts)),
        Tables.fact(texts.get("profile.local-time"), Times.both(now, profile.identity().zone())),
        Tables.fact(texts.get("profile.closed"), new RuleTables(profile, texts).closed()),
        tally == null
            ? null
            : Tables.fact(texts.get("tally.waiting"), count(tally.waiting(), texts)),
        tally == null
            ? null
            : Tables.fact(texts.get("tally.delivered"), count(tally.delivered(), texts)),
        tally == null
            ? null
            : Tables.fact(texts.get("tally.decided"), count(tally.decided(), texts)),
        tally == null ? null : Tables.fact(texts.get("tally.parked"), count(tally.parked(), texts)),
        tally == null ? null : Tables.fact(texts.get("tally.losses"), count(tally.losses(), texts)),
        tally == null
            ? null
            : Tables.fact(
                texts.get("region.last-decision"),
                Times.both(tally.lastDecided(), profile.identity().zone())));
  }

  private static Element interfaces(Profile profile, Texts texts) {
    var system = profile.system();
    var who = profile.identity();
    var marks = profile.shownMarks();
    var modules = profile.authentication().modules();
    var languages = String.join(", ", who.languages());
    return section(
        texts,
        "profile.interface",
        Tables.facts(
            fact("profile.system", system.name(), marks.system(), texts),
            Tables.fact(texts.get("profile.description"), system.description()),
            Tables.fact(texts.get("region.format"), el("code", profile.format().codec())),
            Tables.fact(
                texts.get("region.confidence"),
                Badges.of(system.formatConfidence(), system.confirmed(), texts)),
            fact("profile.transport", profile.transport().kind(), marks.transport(), texts),
            fact("profile.authentication", modules, marks.authentication(), texts),
            fact("profile.response", profile.response().strategy(), marks.response(), texts),
            Tables.fact(texts.get("profile.address"), el("code", who.address().urn())),
            fact("profile.languages", languages, marks.languages(), texts),
            Tables.fact(texts.get("profile.currency"), who.currency()),
            Tables.fact(texts.get("profile.zone"), who.zone().getId()),
            Tables.fact(texts.get("administrations.changed"), String.valueOf(profile.changed()))));
  }

  private static Element facts(Profile profile, Texts texts) {
    var rows =
        profile.facts().stream()
            .map(
                f ->
                    row(texts, FACTS)
                        .head(el("span", f.topic()))
                        .text(f.text())
                        .text(f.source())
                        .cell(mark(f.confidence(), texts))
                        .row())
            .toList();
    return tabled(texts, "profile.facts", FACTS, rows);
  }

  private static Element tabled(
      Texts texts, String title, List<String> columns, List<Element> rows) {
    return rows.isEmpty()
        ? null
        : section(
            texts,
            title,
            Tables.table(texts.get(title), Tables.head(texts, "profile.", columns), rows));
  }

  private static Element section(Texts texts, String title, Element content) {
    return el("section").add(el("h2", texts.get(title)), content);
  }

  private static Tables.Row row(Texts texts, List<String> columns) {
    return new Tables.Row(texts, "profile.", columns);
  }

  private static Element fact(String key, String text, Mark mark, Texts texts) {
    var marked =
        el("span", text + " ")
            .add(mark(mark.confidence(), texts))
            .text(" ")
            .add(mark.source() == null ? null : el("small", mark.source()));
    return Tables.fact(texts.get(key), marked);
  }

  private static Element mark(Confidence confidence, Texts texts) {
    return Badges.of(confidence, false, texts);
  }

  private static String count(long count, Texts texts) {
    return Numbers.count(count, texts.language());
  }
}
