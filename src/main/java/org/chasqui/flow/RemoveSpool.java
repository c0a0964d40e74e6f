package org.chasqui.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Removes the file of a spooled document when the exchange is done, whatever its end. */
final class RemoveSpool extends SynchronizationAdapter {
  private final Spool.Spooled spooled;

  RemoveSpool(Spool.Spooled spooled) {
    this.spooled = spooled;
  }

  @Override
  public void onDone(Exchange exchange) {
    try {
      spooled.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
