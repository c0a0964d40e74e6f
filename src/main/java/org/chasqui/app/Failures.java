package org.chasqui.app;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Shows a {@link Failure} as one line; lets every other exception be seen whole. */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, ParseResult result) throws Exception {
    if (exception instanceof Failure failure) {
      commandLine.getErr().println("chasqui: " + failure.getMessage());
      commandLine.getErr().flush();
      return failure.exitCode();
    }
    throw exception;
  }
}
