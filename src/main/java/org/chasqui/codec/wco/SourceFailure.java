package org.chasqui.codec.wco;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers that the stream itself failed, which an XML reader wraps like a fault of the text. */
final class SourceFailure extends FilterInputStream {
  private IOException failure;

  SourceFailure(InputStream in) {
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

  void rethrow() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }
}
