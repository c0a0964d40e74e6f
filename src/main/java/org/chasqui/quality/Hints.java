package org.chasqui.quality;

import java.util.Locale;
import java.util.ResourceBundle;

/** What a measure is called and how its failures are mended, in en, es, pt and fr. */
public final class Hints {
  static final String BUNDLE = "org.chasqui.quality.hints";
  private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Hints() {}

  /** A short name. */
  public static String name(Measure measure, Locale language) {
    return bundle(language).getString(measure.key());
  }

  /** One sentence to who fills in the declaration. */
  public static String hint(Measure measure, Locale language) {
    return bundle(language).getString(measure.key() + ".hint");
  }

  /** The name of a dimension. */
  public static String name(Dimension dimension, Locale language) {
    return bundle(language).getString("dimension." + dimension.key());
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(BUNDLE, language, NO_DEFAULT_LOCALE);
  }
}
