package org.chasqui.console.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The text of a document: the character set that it or its media type declares. */
public final class DocumentText {
  private static final Pattern MEDIA_CHARSET =
      Pattern.compile("charset=\"?([A-Za-z0-9._-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML = Pattern.compile("^\\s*<\\?xml[^>]*encoding=[\"']([^\"']+)");
  private static final Pattern EDIFACT = Pattern.compile("UNB.UNO([A-KWXY])");

  /** ISO 9735, code list 0001: the repertoires UNOC to UNOK are the parts of ISO 8859 here. */
  private static final String[] PARTS = {"1", "2", "5", "7", "3", "4", "6", "8", "9"};

  private DocumentText() {}

  /** The text; null for no document. */
  public static String of(byte[] document, String mediaType) {
    return document == null ? null : new String(document, charset(document, mediaType));
  }

  /** The character set that the document declares, else its media type, else UTF-8. */
  public static Charset charset(byte[] document, String mediaType) {
    var head = new String(document, 0, Math.min(document.length, 512), StandardCharsets.ISO_8859_1);
    var edifact = EDIFACT.matcher(head);
    if (edifact.find()) {
      return repertoire(edifact.group(1).charAt(0));
    }
    var xml = XML.matcher(head);
    if (xml.find()) {
      return named(xml.group(1));
    }
    var media = MEDIA_CHARSET.matcher(mediaType == null ? "" : mediaType);
    return media.find() ? named(media.group(1)) : StandardCharsets.UTF_8;
  }

  private static Charset repertoire(char letter) {
    if (letter >= 'W') {
      return StandardCharsets.UTF_8;
    }
    return letter < 'C' ? StandardCharsets.ISO_8859_1 : named("ISO-8859-" + PARTS[letter - 'C']);
  }

  private static Charset named(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
