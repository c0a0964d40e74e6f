package org.chasqui.access;

/** The file of tokens cannot be read; the message names file, line and column. */
public class TokenFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TokenFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
