package org.chasqui.connector;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.message.Location;

/** Sorts answers by their status before a strategy reads the good ones. */
final class AnswerReader {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private AnswerReader() {}

  /**
   * What the answer to a submission means.
   *
   * @param renews whether the next call will bear another proof
   */
  static Reading submission(ResponseStrategy strategy, HttpAnswer answer, boolean renews) {
    if (!answer.isSuccess()) {
      return failed(strategy, answer, renews);
    }
    var body = AnswerBody.of(answer.body());
    if (body.isEmpty()) {
      return malformed();
    }
    // an ASYCUDA check may refuse in a successful answer
    return PartnerErrors.refuses(body.get())
        ? refused(answer, body.get())
        : strategy.submitted(answer, body.get());
  }

  /**
   * What the answer to a poll means.
   *
   * @param protocol that the poll was made with
   * @param renews whether the next call will bear another proof
   */
  static Reading poll(Polled strategy, String protocol, HttpAnswer answer, boolean renews) {
    if (answer.status() == 404) {
      return new Reading.StillWaiting();
    }
    if (!answer.isSuccess()) {
      return failed(strategy, answer, renews);
    }
    return AnswerBody.of(answer.body())
        .map(body -> strategy.polled(protocol, answer, body))
        .orElseGet(AnswerReader::malformed);
  }

  private static Reading failed(ResponseStrategy strategy, HttpAnswer answer, boolean renews) {
    return AnswerBody.of(answer.body())
        .flatMap(body -> strategy.failed(answer, body))
        .orElseGet(() -> byStatus(answer, renews));
  }

  private static Reading byStatus(HttpAnswer answer, boolean renews) {
    int status = answer.status();
    return switch (status) {
      case 401, 403 ->
          new Reading.TryAgain(
              "the hub wants a new login: " + status, renews ? Duration.ZERO : after(answer));
      case 408, 425, 429 -> new Reading.TryAgain("the hub is busy: " + status, after(answer));
      default ->
          status / 100 == 4
              ? refused(answer, AnswerBody.of(answer.body()).orElse(new AnswerBody.Nothing()))
              : new Reading.TryAgain("the hub failed: " + status, after(answer));
    };
  }

  private static Reading refused(HttpAnswer answer, AnswerBody body) {
    var errors = PartnerErrors.in(body);
    if (errors.isEmpty()) {
      var status = "HTTP " + answer.status();
      errors = List.of(new PartnerError(null, status, null, Location.WHOLE));
    }
    return PartnerErrors.refused(errors);
  }

  private static Reading malformed() {
    return new Reading.TryAgain("the answer is malformed", null);
  }

  /** Retry-After (RFC 9110 §10.2.3): seconds or a date; null when absent or not readable. */
  static Duration after(HttpAnswer answer) {
    return answer
        .header("Retry-After")
        .map(String::strip)
        .flatMap(AnswerReader::pause)
        .orElse(null);
  }

  private static Optional<Duration> pause(String text) {
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      var pause = Duration.between(Instant.now(), until);
      return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
