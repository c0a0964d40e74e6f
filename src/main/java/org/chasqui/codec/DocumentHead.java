package org.chasqui.codec;

import java.util.List;
import org.chasqui.message.Problem;

/**
 * What identifies a document.
 *
 * @param sender id of the sender as the document gives it (UNB 0004, CloudEvents source), or null
 * @param recipient as given, or null
 * @param reference unique reference given by the sender (UNB 0020, CloudEvents id), or null: then
 *     the digest identifies it
 * @param test true for test traffic
 * @param acknowledgementRequested true when the sender asks for an acknowledgement (UNB 0031)
 * @param problems why it cannot be read; any of severity ERROR refuses the document at the door
 */
public record DocumentHead(
    String sender,
    String recipient,
    String reference,
    boolean test,
    boolean acknowledgementRequested,
    List<Problem> problems) {}
