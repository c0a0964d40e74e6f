package org.chasqui.message;

/** What a message does to what was said before (UN 1225: 9, 5, 1). */
public enum MessageFunction {
  ORIGINAL,
  AMENDMENT,
  CANCELLATION
}
