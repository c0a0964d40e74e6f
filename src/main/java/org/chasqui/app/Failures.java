package org.chasqui.app;

import org.chasqui.app.gateway.Failure;
import org.chasqui.codec.folder.FormatException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Shows a {@link Failure} as one line and the faults of a format as they are; lets every other
 * exception be seen whole.
 */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, ParseResult result) throws Exception {
    if (exception instanceof Failure failure) {
      commandLine.getErr().println("chasqui: " + failure.getMessage());
      commandLine.getErr().flush();
      return failure.exitCode();
    }
    if (exception instanceof FormatException) {
      commandLine.getErr().println("chasqui: " + exception.getMessage());
      commandLine.getErr().flush();
      return 1;
    }
    throw exception;
  }
}
