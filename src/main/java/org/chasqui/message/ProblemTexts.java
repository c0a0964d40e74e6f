package org.chasqui.message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of the problem codes, from {@code problems*.properties} beside this class. */
final class ProblemTexts {
  private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private ProblemTexts() {}

  static String text(Problem problem, Locale language) {
    var bundle =
        ResourceBundle.getBundle("org.chasqui.message.problems", language, NO_DEFAULT_LOCALE);
    var text = new StringBuilder(bundle.getString(problem.code().code()));
    if (problem.found() != null) {
      text.append(MessageFormat.format(bundle.getString("found"), problem.found()));
    }
    if (problem.expected() != null) {
      text.append(MessageFormat.format(bundle.getString("expected"), problem.expected()));
    }
    return text.toString();
  }
}
