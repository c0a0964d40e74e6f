package org.chasqui.codec;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads documents of a format as regional messages, of any size in the same memory. Thread-safe:
 * one serves all documents; what belongs to a document is handed in and on. A fault of the document
 * is a {@link org.chasqui.message.Problem} with its place, of one part or of the whole; the parts
 * without fault are handed on all the same.
 */
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
   *
   * @param document read to its end or to where it cannot be read on; the caller closes it
   * @param context whose document it is and when it came
   * @param sink called on this thread only, its {@link Sink#end} last
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
