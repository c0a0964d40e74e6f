package org.chasqui.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code codelists/check-digits.yaml}: each algorithm by name as a list of steps. */
final class CheckDigitReader {
  private static final String DIGITS = "0123456789";
  private static final Pattern SPAN = Pattern.compile("([1-9][0-9]?)-([1-9][0-9]?)");
  private static final List<String> METHODS = List.of("weights", "luhn", "date");

  private CheckDigitReader() {}

  static Map<String, List<CheckStep>> read(Section top) {
    Map<String, List<CheckStep>> algorithms = new LinkedHashMap<>();
    for (var name : top.keys()) {
      var algorithm = top.section(name);
      algorithm.text("source");
      List<CheckStep> steps = new ArrayList<>();
      algorithm.sections("steps").forEach(step -> steps.add(step(step)));
      if (steps.isEmpty()) {
        algorithm.fault("steps", "must hold at least one step", null);
      }
      algorithms.put(name, steps);
    }
    return algorithms;
  }

  private static CheckStep step(Section step) {
    var method =
        step.value(
            "method", "weights", Values.oneOf(METHODS), text -> Values.member(METHODS, text));
    var when = step.value("when", ".*", "must be a regular expression", Pattern::compile);
    if ("luhn".equals(method)) {
      return new CheckStep.Luhn(when, span(step, null));
    }
    if ("date".equals(method)) {
      return new CheckStep.Date(when, span(step, null));
    }
    return weighted(step, when);
  }

  private static CheckStep weighted(Section step, Pattern when) {
    var at = step.value("at", "0", "must be a position from 1", Values.between(0, 99));
    var width = step.value("width", "0", "must be a number of characters", Values.between(0, 99));
    var weights = step.values("weights", "must be a whole number", Values.between(0, 999));
    var tables = step.values("digits", "must be a text", text -> text);
    if (weights.isEmpty()) {
      step.fault("weights", "must hold at least one weight", null);
    }
    if (tables.isEmpty()) {
      step.fault("digits", "must hold at least one table of check characters", null);
    }
    return new CheckStep.Weighted(
        when,
        span(step, new CheckStep.Span(1, 0)),
        at == null ? 0 : at,
        step.text("alphabet", DIGITS),
        weights,
        Boolean.TRUE.equals(step.value("fromRight", "false", Values.FLAG_RULE, Values::flag)),
        width == null ? 0 : width,
        step.text("padding", "0"),
        tables);
  }

  private static CheckStep.Span span(Section step, CheckStep.Span otherwise) {
    var rule = "must be positions such as 1-9";
    var given = step.optional("of", rule, CheckDigitReader::span);
    if (otherwise == null && !step.has("of")) {
      step.fault("of", "is missing: it " + rule, null);
    }
    return given == null ? otherwise : given;
  }

  private static CheckStep.Span span(String text) {
    var match = SPAN.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(text);
    }
    return new CheckStep.Span(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
  }
}
