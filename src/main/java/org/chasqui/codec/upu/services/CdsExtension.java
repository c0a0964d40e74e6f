package org.chasqui.codec.upu.services;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chasqui.codec.LossList;

/** What views say beyond the regional message, kept as an extension so that it can go back. */
final class CdsExtension {
  static final String KEY = "upu.cds";
  static final String EXTRA_FIELDS = "extraFields";
  static final String NATURE = "natureTypeCd";
  static final String HANDLING = "handlingClassCd";
  static final String LOCAL_ID_2 = "localId2";

  private CdsExtension() {}

  /** A text of the extension, or null. */
  static String text(Map<String, Object> extensions, String name) {
    return extensions.get(KEY) instanceof Map<?, ?> own && own.get(name) instanceof String text
        ? text
        : null;
  }

  /** Names and values of the fields that the service does not know. */
  static Map<String, String> extraFields(Map<String, Object> extensions) {
    var fields = new LinkedHashMap<String, String>();
    if (extensions.get(KEY) instanceof Map<?, ?> own
        && own.get(EXTRA_FIELDS) instanceof Map<?, ?> given) {
      given.forEach((name, value) -> fields.put(name.toString(), String.valueOf(value)));
    }
    return fields;
  }

  /** Reports the extensions of others, which have no place. */
  static void reportOthers(Map<String, Object> extensions, String base, LossList losses) {
    for (var key : extensions.keySet()) {
      if (!key.equals(KEY)) {
        losses.noTarget(base, "/extensions/" + key, "the extension " + KEY);
      }
    }
  }
}
