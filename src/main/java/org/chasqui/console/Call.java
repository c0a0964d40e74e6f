package org.chasqui.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.chasqui.access.Caller;
import org.chasqui.access.Right;

/**
 * A routed request.
 *
 * @param parameters the {parts} of the path
 * @param caller null for public routes
 */
record Call(ApiRequest request, Map<String, String> parameters, Caller caller, Locale language) {

  String part(String name) {
    return parameters.get(name);
  }

  /** A part that is an id; empty when it is not a positive number. */
  OptionalLong id(String name) {
    return positive(part(name));
  }

  /** A whole number from the query within bounds; what is not a number gives the default. */
  int number(String name, int otherwise, int least, int most) {
    var value = request.parameter(name).map(Call::positive).orElse(OptionalLong.empty());
    return (int) Math.clamp(value.orElse(otherwise), least, most);
  }

  Optional<String> query(String name) {
    return request.parameter(name);
  }

  boolean may(Right right) {
    return caller != null && caller.may(right);
  }

  /** The party to whose messages the caller is confined; null for operators of the gateway. */
  String confinedTo() {
    return may(Right.READ_ALL) ? null : caller.party();
  }

  Texts texts() {
    return Texts.of(language);
  }

  /** An error without located problems: title and detail from the texts. */
  ApiResponse refuse(int status, String detailKey, Object... values) {
    var detail = texts().get(detailKey, values);
    return ProblemDetails.build(status, detail, List.of(), Map.of(), language);
  }

  ApiResponse notFound() {
    return refuse(404, "error.not-found");
  }

  static OptionalLong positive(String text) {
    return text != null && text.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
