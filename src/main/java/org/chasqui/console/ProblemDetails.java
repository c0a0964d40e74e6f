package org.chasqui.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;

/** Errors as RFC 9457 {@code application/problem+json}, in the language that the caller reads. */
public final class ProblemDetails {
  /** The media type of RFC 9457. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE_PREFIX = "urn:lac-ead:problem:";

  private ProblemDetails() {}

  /**
   * One entry of {@code errors[]}.
   *
   * @param location readable place: EDIFACT segment and element, byte, pointer or XPath
   * @param pointer JSON pointer, when the place is one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      String code,
      String severity,
      String location,
      String pointer,
      String value,
      String expected,
      String detail) {}

  /**
   * An answer that says every problem at once.
   *
   * @param acceptLanguage the caller's header, or null
   */
  public static ApiResponse answer(int status, List<Problem> problems, String acceptLanguage) {
    return answer(status, null, problems, Map.of(), acceptLanguage);
  }

  /**
   * The same with a detail sentence and extension members.
   *
   * @param detail what happened, already in the caller's language, or null for the first problem's
   *     text
   * @param members further members of the body, for example {@code interchange}
   */
  public static ApiResponse answer(
      int status,
      String detail,
      List<Problem> problems,
      Map<String, Object> members,
      String acceptLanguage) {
    var language = Language.of(acceptLanguage);
    return build(status, detail, problems, members, language);
  }

  /** The body alone, for a door that writes its own answer. */
  public static byte[] of(int status, List<Problem> problems, Locale language) {
    return build(status, null, problems, Map.of(), language).body();
  }

  /** The body alone, without located problems. */
  public static byte[] of(int status, String detail) {
    return build(status, detail, List.of(), Map.of(), Locale.ENGLISH).body();
  }

  /** A text as a JSON string with its quotes. */
  public static String quote(String text) {
    return new String(Json.bytes(text), StandardCharsets.UTF_8);
  }

  static ApiResponse build(
      int status,
      String detail,
      List<Problem> problems,
      Map<String, Object> members,
      Locale language) {
    var first = problems.stream().filter(Problem::isError).findFirst();
    var body = new LinkedHashMap<String, Object>();
    body.put("type", first.map(p -> TYPE_PREFIX + p.code().code()).orElse("about:blank"));
    body.put("title", Texts.of(language).get("status." + status));
    body.put("status", status);
    var text = detail != null ? detail : first.map(p -> p.text(language)).orElse(null);
    if (text != null) {
      body.put("detail", text);
    }
    body.putAll(members);
    body.put("errors", entries(problems, language));
    return ApiResponse.of(status, MEDIA_TYPE, Json.bytes(body))
        .with("Content-Language", language.getLanguage());
  }

  /** Located problems in their wire form. */
  static List<Entry> entries(List<Problem> problems, Locale language) {
    return problems.stream().map(problem -> entry(problem, language)).toList();
  }

  static Entry entry(Problem problem, Locale language) {
    return new Entry(
        problem.code().code(),
        problem.severity().name(),
        problem.location().text(),
        problem.location() instanceof Location.AtPointer at ? at.pointer() : null,
        problem.found(),
        problem.expected(),
        problem.text(language));
  }
}
