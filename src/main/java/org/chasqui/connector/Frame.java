package org.chasqui.connector;

import java.util.Map;

/**
 * What a call carries once the protocol of the partner stands around a document.
 *
 * @param path where it goes; null for the path of submissions
 */
record Frame(String path, String mediaType, Map<String, String> headers, byte[] body) {

  Frame(String mediaType, Map<String, String> headers, byte[] body) {
    this(null, mediaType, headers, body);
  }

  /** Nothing: a query. */
  static Frame none() {
    return new Frame(null, Map.of(), new byte[0]);
  }

  /** The document as it is. */
  static Frame plain(byte[] document, String mediaType) {
    return new Frame(mediaType, Map.of(), document);
  }
}
