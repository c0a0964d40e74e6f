package org.chasqui.codec;

import java.io.IOException;
import java.io.InputStream;

/** Reads documents of a format as regional messages. */
public interface Decoder extends Codec {

  /**
   * Looks at the first bytes (up to 4,096) of a document.
   *
   * @return true when this decoder is the one for it
   */
  boolean recognises(byte[] head);

  /**
   * What identifies the document before it is decoded: format, parties, reference. Any bytes give
   * an answer; a head that cannot be read gives problems.
   */
  DocumentHead head(byte[] head);

  /**
   * Reads the document as a stream and hands on one part after another in document order. Memory is
   * bounded whatever the document; any bytes end in located problems, never in an exception other
   * than an {@link IOException} of the stream itself or an unchecked one of the sink.
   */
  void decode(InputStream document, DecodeContext context, Sink sink) throws IOException;

  /** Takes the parts of a document. */
  interface Sink {
    /** One message, read well or badly. */
    void item(Decoded decoded);

    /** The end, once; says what was found of the document as a whole. */
    void end(DocumentEnd end);
  }
}
