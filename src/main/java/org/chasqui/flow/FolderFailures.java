package org.chasqui.flow;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the folder itself meets; what an exchange met was told by {@link Failures}. */
final class FolderFailures implements ExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FolderFailures.class);

  @Override
  public void handleException(Throwable failure) {
    handleException(null, null, failure);
  }

  @Override
  public void handleException(String message, Throwable failure) {
    handleException(message, null, failure);
  }

  @Override
  public void handleException(String message, Exchange exchange, Throwable failure) {
    if (exchange == null) {
      LOG.error("the folder cannot be read", failure);
    }
  }
}
