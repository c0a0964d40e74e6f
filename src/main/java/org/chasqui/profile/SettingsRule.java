package org.chasqui.profile;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What holds for the settings of every module, transport and strategy. */
final class SettingsRule {
  private static final Pattern SECRET_REFERENCE =
      Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*|file:.+");

  private SettingsRule() {}

  /** Only known keys, and all that are required. */
  static void keys(Section settings, Set<String> required, Set<String> optional, String what) {
    var known = both(required, optional);
    for (var key : settings.keys()) {
      if (!known.contains(key)) {
        settings.fault(key, "is not " + what + "; known are " + Values.sorted(known), null);
      }
    }
    for (var key : new TreeSet<>(required)) {
      if (!settings.has(key)) {
        settings.fault(key, "is missing: " + what + " that must be given", null);
      }
    }
  }

  /** References, not what they lead to; told without the value, which may be a secret. */
  static void references(Section settings, Set<String> secrets) {
    for (var secret : new TreeSet<>(secrets)) {
      if (settings.has(secret) && !isReference(settings.text(secret))) {
        settings.fault(secret, "must refer to a secret as env:NAME or file:PATH", null);
      }
    }
  }

  static Set<String> both(Set<String> one, Set<String> other) {
    var all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }

  private static boolean isReference(String text) {
    return text != null && SECRET_REFERENCE.matcher(text).matches();
  }
}
