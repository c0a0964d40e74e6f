package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An interchange of any number of items, made of the guide's sample while it is read. */
final class GeneratedItmatt extends InputStream {
  private static final String SAMPLE = sample();
  private static final String ITEM =
      SAMPLE.substring(SAMPLE.indexOf("CNI+"), SAMPLE.indexOf("CNT+"));
  private static final int SEGMENTS = (int) ITEM.chars().filter(c -> c == '\'').count();

  private final int items;
  private int next;
  private byte[] part;
  private int at;
  private long bytes;

  GeneratedItmatt(int items) {
    this.items = items;
    this.part = SAMPLE.substring(0, SAMPLE.indexOf("CNI+")).getBytes(ISO_8859_1);
  }

  private static String sample() {
    try {
      return Files.readString(Path.of("samples/itmatt-cl-br.edi"), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes handed out so far. */
  long bytes() {
    return bytes;
  }

  static String itemId(int number) {
    return "CP%09dCL".formatted(number);
  }

  private boolean more() {
    if (next > items) {
      return false;
    }
    next++;
    at = 0;
    var text =
        next <= items
            ? ITEM.replace("CNI+1+CP123456785CL", "CNI+" + next + "+" + itemId(next))
            : "CNT+10:%d'UNT+%d+1'UNZ+1+ITM000000001'".formatted(items, items * SEGMENTS + 7);
    part = text.getBytes(ISO_8859_1);
    return true;
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (at == part.length && !more()) {
      return -1;
    }
    int count = Math.min(length, part.length - at);
    System.arraycopy(part, at, into, from, count);
    at += count;
    bytes += count;
    return count;
  }
}
