package org.chasqui.profile;

/**
 * One fault in a file that an operator edits.
 *
 * @param file path below the configuration folder: {@code administrations/br.yaml}
 * @param line counted from 1, or 0 for the file as a whole
 * @param key dotted path: {@code limits.attempts}, {@code thresholds[0].currency}
 * @param rule what must hold
 * @param value what stood there, or null; never a secret
 */
public record ConfigurationFault(String file, int line, String key, String rule, String value) {

  /** One line: where, which key, which rule, which value. */
  public String text() {
    var text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line);
    }
    text.append(": ").append(key.isEmpty() ? "the file" : key).append(' ').append(rule);
    if (value != null) {
      text.append(", found '").append(value).append('\'');
    }
    return text.toString();
  }
}
