package org.chasqui.codec;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers that the stream itself failed, which an XML reader wraps like a fault of the text. */
public final class SourceFailure extends FilterInputStream {
  private IOException failure;

  public SourceFailure(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    try {
      return super.read(to, from, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Tells the failure of the stream, if there was one, as itself. */
  public void rethrow() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }
}
