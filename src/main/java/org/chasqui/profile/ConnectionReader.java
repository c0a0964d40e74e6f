package org.chasqui.profile;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;

/** Reads what is exchanged with a party, and how: transport, format, response, limits, codes. */
final class ConnectionReader {
  private static final List<String> AFTER = List.of("move", "delete");

  private final Section top;
  private final FormatCatalog formats;
  private final TransportReader reached;
  private final TransportKind kind;

  ConnectionReader(Section top, FormatCatalog formats) {
    this.top = top;
    this.formats = formats;
    reached = new TransportReader(top);
    kind = reached.kind();
  }

  /** How the party is reached. */
  TransportReader reached() {
    return reached;
  }

  Format format(Section format, Receives receives) {
    var named = format.text("codec");
    var codec = named == null ? "" : named;
    var answers = format.text("answers", null);
    var rules = new DocumentRuleReader(this, formats).read(format);
    if (named != null) {
      checkCodec(format, codec, rules, receives);
    }
    if (answers != null && !formats.reads(answers)) {
      format.fault("answers", "must be the name of a format that can be read", answers);
    } else if (answers == null && named != null && kind.reaches() && !formats.reads(codec)) {
      format.fault("answers", "is missing: the codec cannot read answers", codec);
    }
    var settings = format.optionalSection("settings");
    var read = new Format(codec, answers, settings.texts(), rules);
    SettingsRule.keys(
        settings,
        SettingsRule.both(
            formats.requiredSettings(codec), formats.requiredSettings(read.answerCodec())),
        all(codecs(read), formats::settings),
        "a setting of " + codec);
    for (int i = 0; i < rules.size(); i++) {
      checkSettings(format, i, read);
    }
    return read;
  }

  /** A rule's settings are its codec's, and what its codec cannot do without is in one of both. */
  private void checkSettings(Section format, int index, Format read) {
    var rule = read.rules().get(index);
    for (var key : rule.settings().keySet()) {
      if (!formats.settings(rule.codec()).contains(key)) {
        format.fault("documents", "[" + index + "] has a setting that its codec lacks", key);
      }
    }
    for (var key : new TreeSet<>(formats.requiredSettings(rule.codec()))) {
      if (!rule.settings().containsKey(key) && !read.settings().containsKey(key)) {
        format.fault("documents", "[" + index + "] needs a setting, here or in the format", key);
      }
    }
  }

  /** The codecs that a party's documents and answers take. */
  private static Set<String> codecs(Format format) {
    var codecs = new TreeSet<>(List.of(format.codec(), format.answerCodec()));
    format.rules().forEach(rule -> codecs.add(rule.codec()));
    return codecs;
  }

  private static Set<String> all(Set<String> codecs, Function<String, Set<String>> what) {
    return codecs.stream().flatMap(codec -> what.apply(codec).stream()).collect(toSet());
  }

  private void checkCodec(
      Section format, String codec, List<DocumentRule> rules, Receives receives) {
    var writes = new HashSet<>(formats.writes(codec));
    if (writes.isEmpty()) {
      format.fault("codec", "must be the name of a format that can be written", codec);
      return;
    }
    rules.forEach(rule -> writes.addAll(rule.kinds()));
    for (var wanted : receives.kinds()) {
      // an acknowledgement answers in the form of the door, whatever the format of the profile
      if (wanted != MessageKind.ACKNOWLEDGEMENT && !writes.contains(wanted)) {
        format.fault("codec", "does not write " + wanted.schemaName(), codec);
      }
    }
  }

  Response response() {
    return kind.reaches()
        ? response(top.section("response"))
        : new Response("none", Map.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }

  Response response(Section section) {
    var strategies = Stream.of(ResponseKind.values()).map(ResponseKind::token);
    var strategy =
        section.value(
            "strategy",
            null,
            Values.oneOf(strategies.toList()),
            text -> ResponseKind.of(text).orElseThrow(IllegalArgumentException::new));
    var settings = section.optionalSection("settings");
    checkForms(settings);
    if (strategy != null) {
      if (!strategy.fits(kind)) {
        section.fault("strategy", "is not for the transport " + kind.token(), strategy.token());
      }
      SettingsRule.keys(
          settings, strategy.required(), strategy.optional(), "a setting of " + strategy.token());
      checkQuestions(section, settings, strategy);
    }
    return new Response(
        strategy == null ? null : strategy.token(),
        Map.copyOf(settings.texts()),
        duration(section, "firstPoll", "{{CHASQUI_FIRST_POLL:PT2S}}"),
        duration(section, "pollEvery", "{{CHASQUI_POLL_EVERY:PT10S}}"),
        duration(section, "giveUpAfter", "{{CHASQUI_GIVE_UP_AFTER:PT72H}}"));
  }

  /** What is asked beside the envelope would tell in the clear what the envelope hides. */
  private void checkQuestions(Section section, Section settings, ResponseKind strategy) {
    boolean inEnvelope = settings.has("pollBody") && !settings.has("queryPath");
    if (strategy.asks() && !inEnvelope && reached.seals()) {
      section.fault(
          "strategy", "must ask by pollBody alone, since the envelope is sealed", strategy.token());
    }
  }

  private static void checkForms(Section settings) {
    if (settings.has("loadEvery")) {
      settings.value("loadEvery", null, Values.DURATION_RULE, Values::duration);
    }
    if (settings.has("pollBody")) {
      settings.value("pollBody", null, "must be well-formed XML", BodyTemplate::of);
    }
    if (settings.has("pollAnswer")) {
      settings.value(
          "pollAnswer", null, "must be well-formed XML with {document}", BodyTemplate::ofDocument);
    }
    if (settings.has("after")) {
      settings.value("after", null, Values.oneOf(AFTER), text -> Values.member(AFTER, text));
    }
  }

  Limits limits(Format format) {
    var limits = top.optionalSection("limits");
    int most = Math.max(1, formats.batchLimit(format.codec()));
    return new Limits(
        number(limits, "batchItems", Integer.toString(Math.min(most, 100)), 1, most),
        number(limits, "documentBytes", "4000000", 1_000, Integer.MAX_VALUE),
        rate(limits.value("callsPerSecond", "0", Values.AMOUNT_RULE, Values::amount)),
        number(limits, "concurrentCalls", "4", 1, 1_000),
        number(limits, "attempts", "{{CHASQUI_ATTEMPTS:12}}", 1, 1_000),
        duration(limits, "firstBackoff", "{{CHASQUI_FIRST_BACKOFF:PT1S}}"),
        duration(limits, "longestBackoff", "{{CHASQUI_LONGEST_BACKOFF:PT5M}}"),
        number(limits, "breakerFailures", "5", 1, 1_000),
        duration(limits, "breakerPause", "{{CHASQUI_BREAKER_PAUSE:PT15S}}"),
        number(limits, "inboundPerMinute", "0", 0, Integer.MAX_VALUE));
  }

  /** Code maps; those that neither codec of the format reads are faults. */
  Map<String, Map<String, String>> codes(Format format) {
    var section = top.optionalSection("codes");
    var read = all(codecs(format), formats::codeMaps);
    Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    for (var name : section.keys()) {
      codes.put(name, section.codeMap(name));
      if (!read.contains(name)) {
        section.fault(
            name, "is a map that the format does not read; it reads " + Values.sorted(read), null);
      } else if ("decision-status".equals(name)) {
        checkStatuses(section, codes.get(name));
      }
    }
    return codes;
  }

  private static void checkStatuses(Section codes, Map<String, String> statuses) {
    var names = Stream.of(DecisionStatus.values()).map(DecisionStatus::name).toList();
    statuses.forEach(
        (national, status) -> {
          if (!names.contains(status)) {
            codes.fault("decision-status", "at " + national + " " + Values.oneOf(names), status);
          }
        });
  }

  private static Duration duration(Section section, String key, String otherwise) {
    return section.value(key, otherwise, Values.DURATION_RULE, Values::duration);
  }

  private static int number(Section section, String key, String otherwise, int least, int most) {
    var rule = "must be a whole number from " + least + " to " + most;
    var number = section.value(key, otherwise, rule, Values.between(least, most));
    return number == null ? least : number;
  }

  private static double rate(BigDecimal rate) {
    return rate == null ? 0 : rate.doubleValue();
  }
}
