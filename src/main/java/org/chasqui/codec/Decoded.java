package org.chasqui.codec;

import java.util.List;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;

/**
 * One message of a document.
 *
 * @param position counted from 1 over the document
 * @param businessKey the item id even of a message that cannot be used, or null when none was read
 * @param reference reference of the message within the document (EDIFACT 0062), or null
 * @param message the regional message; null when problems of severity ERROR forbid it
 * @param problems all faults found in it
 * @param origin where it stood; null for formats that cannot tell
 */
public record Decoded(
    int position,
    String businessKey,
    String reference,
    RegionalMessage message,
    List<Problem> problems,
    Origin origin) {

  /** Of a format that cannot tell where a field stood. */
  public Decoded(
      int position,
      String businessKey,
      String reference,
      RegionalMessage message,
      List<Problem> problems) {
    this(position, businessKey, reference, message, problems, null);
  }
}
