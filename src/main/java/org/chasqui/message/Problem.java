package org.chasqui.message;

import java.util.Locale;

/**
 * A located fault or loss: what was found where, and what is expected. Personal data never goes
 * into {@code found}: codecs put codes, numbers and lengths there, never names or addresses.
 *
 * @param code the problem code (wco-and-canonical-model §6.7)
 * @param location where
 * @param found what stood there, shortened to 80 characters, or null
 * @param expected what should stand there, or null
 */
public record Problem(
    ProblemCode code, Severity severity, Location location, String found, String expected) {

  /** Shortens {@code found}. */
  public Problem {
    if (found != null && found.length() > 80) {
      found = found.substring(0, 79) + "…";
    }
  }

  /** A problem with the usual severity of its code. */
  public static Problem of(ProblemCode code, Location location, String found, String expected) {
    return new Problem(code, code.severity(), location, found, expected);
  }

  /** True for severity ERROR. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One sentence in a language of the region: en, es, pt or fr; another falls back to en. */
  public String text(Locale language) {
    return ProblemTexts.text(this, language);
  }
}
