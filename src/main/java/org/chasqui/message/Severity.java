package org.chasqui.message;

/** How bad a problem is: an ERROR stops the message, a WARNING and an INFO do not. */
public enum Severity {
  ERROR,
  WARNING,
  INFO
}
