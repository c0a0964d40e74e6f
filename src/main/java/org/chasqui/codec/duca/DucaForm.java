package org.chasqui.codec.duca;

import java.io.IOException;
import java.io.OutputStream;

/** The two forms of the declaration, which hold the same fields under the same names. */
enum DucaForm {
  XML(
      "duca-xml",
      "application/xml",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Declaraciones xmlns=\"urn:chasqui:duca:1\">",
      "",
      "</Declaraciones>\n") {
    @Override
    DucaOutput output(OutputStream out) throws IOException {
      return new DucaXml(out);
    }
  },

  JSON(
      "duca-json",
      "application/json",
      "{\"esquema\":\"urn:chasqui:duca:1\",\"declaraciones\":[",
      ",",
      "]}\n") {
    @Override
    DucaOutput output(OutputStream out) throws IOException {
      return new DucaJson(out);
    }
  };

  private final String codec;
  private final String mediaType;
  private final String opening;
  private final String separator;
  private final String closing;

  DucaForm(String codec, String mediaType, String opening, String separator, String closing) {
    this.codec = codec;
    this.mediaType = mediaType;
    this.opening = opening;
    this.separator = separator;
    this.closing = closing;
  }

  String codec() {
    return codec;
  }

  String mediaType() {
    return mediaType;
  }

  String opening() {
    return opening;
  }

  String separator() {
    return separator;
  }

  String closing() {
    return closing;
  }

  /** Takes the fields of one declaration. */
  abstract DucaOutput output(OutputStream out) throws IOException;
}
