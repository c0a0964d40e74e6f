package org.chasqui.codec;

/**
 * Cuts a row of messages into documents that hold no more than their number and their bytes. One
 * message that is too large for any document gets one of its own: the encoder says what is wrong.
 */
public final class BatchCut {
  private final int mostMessages;
  private final long mostBytes;
  private int messages;
  private long bytes;

  /**
   * For one recipient.
   *
   * @param mostMessages {@link Encoder#batchLimit()} or fewer
   * @param mostBytes {@link Encoder#documentBytes}
   */
  public BatchCut(int mostMessages, long mostBytes) {
    this.mostMessages = mostMessages;
    this.mostBytes = mostBytes;
  }

  /**
   * Takes the next message.
   *
   * @param size {@link Encoder#messageBytes} of it
   * @return true when another document begins with it
   */
  public boolean begins(long size) {
    boolean full = messages > 0 && (messages == mostMessages || size > mostBytes - bytes);
    messages = full ? 1 : messages + 1;
    bytes = full ? size : bytes + size;
    return full;
  }
}
