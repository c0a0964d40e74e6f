package org.chasqui.codec.edifact;

/**
 * What is wrong with a definition file.
 *
 * @param file name in the folder of the definitions
 * @param line counted from 1; 0 for the file as a whole
 * @param key where in the file: {@code content[3].content[0].segment}; empty for the file
 * @param rule what must hold
 * @param value what stood there, or null
 */
public record DefinitionFault(String file, int line, String key, String rule, String value) {

  /** One line: where, which key, which rule, which value. */
  public String text() {
    var place = line > 0 ? file + ":" + line : file;
    var told = place + ": " + (key.isEmpty() ? "the file" : key) + " " + rule;
    return value == null ? told : told + ", found '" + value + "'";
  }
}
