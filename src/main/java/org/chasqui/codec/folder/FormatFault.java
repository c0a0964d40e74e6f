package org.chasqui.codec.folder;

/**
 * What is wrong with a format's folder.
 *
 * @param file below the folder of the formats: {@code tere/write.xsl}
 * @param line counted from 1; 0 for the file as a whole
 * @param column counted from 1; 0 when it is not known
 * @param rule what must hold, or what was found
 */
public record FormatFault(String file, int line, int column, String rule) {

  /** One line: where and what. */
  public String text() {
    var place = line > 0 ? file + ":" + line : file;
    return (line > 0 && column > 0 ? place + ":" + column : place) + ": " + rule;
  }
}
