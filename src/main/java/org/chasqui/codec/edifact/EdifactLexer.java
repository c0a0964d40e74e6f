package org.chasqui.codec.edifact;

import static org.chasqui.codec.edifact.Segment.FOREIGN;
import static org.chasqui.codec.edifact.Segment.RELEASED;
import static org.chasqui.codec.edifact.Segment.REPEATED;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.chasqui.message.Location;
import org.chasqui.message.ProblemCode;

/**
 * Cuts an interchange into segments as it streams by. Holds one buffer whatever the size of the
 * document; any bytes give segments and faults, never an exception other than that of the stream.
 */
public final class EdifactLexer {
  /** Longest segment in bytes; a longer one is reported and skipped up to its terminator. */
  public static final int MAX_SEGMENT = 65_536;

  private static final int BUFFER = 2 * MAX_SEGMENT;

  private static final byte PLAIN = 0;
  private static final byte COMPONENT = 1;
  private static final byte ELEMENT = 2;
  private static final byte TERMINATOR = 3;
  private static final byte RELEASE = 4;
  private static final byte REPETITION = 5;
  private static final byte OUTSIDE = 6;

  /** Takes what the lexer finds, in document order. */
  public interface Handler {
    /** One segment, valid during the call. */
    void segment(Segment segment);

    /** A fault that no segment stands for; after an ERROR nothing follows. */
    void fault(Fault fault);

    /** The service characters of the interchange, before the first segment. */
    default void characters(ServiceCharacters characters) {}
  }

  private final InputStream in;
  private final Handler handler;
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] classes = new byte[256];
  private final Segment segment = new Segment();
  private int[] ends = new int[256];
  private int[] first = new int[256];
  private int position;
  private int limit;
  private long consumed;
  private boolean atEnd;
  private ServiceCharacters characters = ServiceCharacters.DEFAULT;
  private boolean withUna;
  private boolean stopped;

  private EdifactLexer(InputStream in, Handler handler) {
    this.in = in;
    this.handler = handler;
    segment.charset = StandardCharsets.ISO_8859_1;
  }

  /** Reads a document to its end or to a fault that stops it. */
  public static void lex(InputStream document, Handler handler) throws IOException {
    new EdifactLexer(document, handler).run();
  }

  private void run() throws IOException {
    if (!start()) {
      return;
    }
    classify(SyntaxLevel.Repertoire.PRINTABLE, false);
    handler.characters(characters);
    while (!stopped && skipLineBreaks()) {
      next();
    }
  }

  // ---- the head -------------------------------------------------------------------------------

  private boolean start() throws IOException {
    skipBlank();
    while (limit - position < 9 && refill(position)) {
      position = 0;
    }
    if (startsWith("UNA")) {
      return readUna();
    }
    if (!startsWith("UNB")) {
      var found = limit == position ? "empty document" : "first bytes " + firstBytes();
      return stop(ProblemCode.UNREADABLE, SyntaxError.SERVICE_SEGMENT, found, "UNA or UNB");
    }
    if (limit - position > 3 && buffer[position + 3] == ServiceCharacters.LEVEL_B.element()) {
      characters = ServiceCharacters.LEVEL_B;
    }
    return true;
  }

  private boolean readUna() {
    if (limit - position < 9) {
      return stop(
          ProblemCode.TRUNCATED, SyntaxError.UNA_NOT_SUPPORTED, "UNA cut short", "9 characters");
    }
    var una = ServiceCharacters.of(buffer, position + 3);
    if (una.isEmpty()) {
      return stop(
          ProblemCode.ENVELOPE,
          SyntaxError.UNA_NOT_SUPPORTED,
          "service characters that are alike or are letters or digits",
          "six service characters");
    }
    characters = una.get();
    withUna = true;
    position += 9;
    return true;
  }

  private boolean stop(ProblemCode code, SyntaxError error, String found, String expected) {
    var location = new Location.AtByte(consumed + position);
    handler.fault(Fault.of(code, error, location, found, expected));
    return false;
  }

  private String firstBytes() {
    var hex = new StringBuilder();
    for (int i = position; i < Math.min(limit, position + 4); i++) {
      hex.append(hex.isEmpty() ? "" : " ").append(String.format("%02X", buffer[i]));
    }
    return hex.toString();
  }

  private boolean startsWith(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      if (position + i >= limit || buffer[position + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void skipBlank() throws IOException {
    boolean mark = true;
    while (position < limit || refill(position)) {
      int b = buffer[position] & 0xFF;
      boolean byteOrderMark = mark && (b == 0xEF || b == 0xBB || b == 0xBF);
      if (!byteOrderMark && b != ' ' && b != '\r' && b != '\n' && b != '\t') {
        return;
      }
      mark = byteOrderMark;
      position++;
    }
  }

  // ---- segments -------------------------------------------------------------------------------

  private boolean skipLineBreaks() throws IOException {
    for (; ; ) {
      while (position < limit) {
        byte b = buffer[position];
        if (b != '\r' && b != '\n') {
          return true;
        }
        position++;
      }
      if (!refill(position)) {
        return false;
      }
    }
  }

  private void next() throws IOException {
    int start = position;
    int i = start;
    int count = 0;
    int elements = 0;
    int flags = 0;
    int all = 0;
    first[0] = 0;
    final byte[] bytes = buffer;
    final byte[] kinds = classes;
    for (; ; ) {
      int end = limit;
      while (i < end && kinds[bytes[i] & 0xFF] == PLAIN) {
        i++;
      }
      if (i >= end || i + 1 >= end && kinds[bytes[i] & 0xFF] == RELEASE && !atEnd) {
        if (i - start > MAX_SEGMENT) {
          tooLong(start, count, i);
          return;
        }
        boolean more = refill(start);
        i -= start - position;
        start = position;
        if (more) {
          continue;
        }
        if (i >= limit) {
          position = limit;
          if (!blank(start)) {
            deliver(start, i, count, elements, flags, all | flags, Segment.State.UNTERMINATED);
          }
          return;
        }
      }
      if (count + 1 >= ends.length) {
        ends = Arrays.copyOf(ends, ends.length * 2);
      }
      switch (kinds[bytes[i] & 0xFF]) {
        case COMPONENT -> {
          ends[count++] = i - start | flags;
          all |= flags;
          flags = 0;
        }
        case REPETITION -> {
          ends[count++] = i - start | flags | REPEATED;
          all |= flags | REPEATED;
          flags = 0;
        }
        case ELEMENT -> {
          ends[count++] = i - start | flags;
          all |= flags;
          flags = 0;
          elements++;
          if (elements + 2 >= first.length) {
            first = Arrays.copyOf(first, first.length * 2);
          }
          first[elements] = count;
        }
        case TERMINATOR -> {
          position = i + 1;
          deliver(start, i, count, elements, flags, all | flags, Segment.State.WHOLE);
          return;
        }
        case RELEASE -> {
          flags |= RELEASED;
          i += i + 1 < limit ? 1 : 0;
        }
        default -> flags |= FOREIGN;
      }
      i++;
    }
  }

  private boolean blank(int from) {
    for (int i = from; i < limit; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != 0 && buffer[i] != 0x1A) {
        return false;
      }
    }
    return true;
  }

  private void deliver(
      int start, int end, int count, int elements, int flags, int all, Segment.State state) {
    if (end - start > MAX_SEGMENT) {
      position = Math.min(end + 1, limit);
      deliverTag(start, count);
      return;
    }
    ends[count] = end - start | flags;
    first[elements + 1] = count + 1;
    fill(start, elements, all, state);
    if ((all & FOREIGN) != 0 && segment.charset == StandardCharsets.UTF_8 && wellFormed(start, end)) {
      segment.flags &= ~FOREIGN;
    }
    if (elements > 0 && segment.number == 1 && segment.tag().equals("UNB")) {
      readSyntax();
    }
    if (!stopped) {
      handler.segment(segment);
    }
  }

  private void fill(int start, int elements, int all, Segment.State state) {
    segment.bytes = buffer;
    segment.base = start;
    segment.ends = ends;
    segment.first = first;
    segment.elements = elements;
    segment.flags = all;
    segment.release = characters.release();
    segment.state = state;
    segment.number++;
    segment.offset = consumed + start;
    segment.forgetTag();
  }

  private void tooLong(int start, int count, int from) throws IOException {
    deliverTag(start, count);
    int i = from;
    for (; ; ) {
      position = i;
      if (position >= limit && !refill(position)) {
        return;
      }
      i = position;
      byte kind = classes[buffer[i] & 0xFF];
      if (kind == TERMINATOR) {
        position = i + 1;
        return;
      }
      i++;
      if (kind == RELEASE) {
        position = i;
        if (i < limit || refill(i)) {
          i = position + 1;
        }
      }
    }
  }

  private void deliverTag(int start, int count) {
    ends[0] = count == 0 ? 3 : Math.min(ends[0] & Segment.OFFSET, 10);
    first[0] = 0;
    first[1] = 1;
    fill(start, 0, 0, Segment.State.TOO_LONG);
    handler.segment(segment);
  }

  private boolean wellFormed(int start, int end) {
    for (int i = start; i < end; i++) {
      if (buffer[i] >= 0 && classes[buffer[i]] == OUTSIDE) {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, start, end - start));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  // ---- syntax ---------------------------------------------------------------------------------

  private void readSyntax() {
    var id = segment.text(1, 1);
    var level = id == null ? null : SyntaxLevel.of(id).orElse(null);
    if (level == null) {
      stopped = true;
      refuse(1, id, "UNOA to UNOK, UNOW or UNOY");
      return;
    }
    var version = segment.text(1, 2);
    if (version == null || version.length() != 1 || "1234".indexOf(version.charAt(0)) < 0) {
      stopped = true;
      refuse(2, version, "syntax version 1 to 4");
      return;
    }
    boolean four = version.charAt(0) == '4';
    if (four && !withUna) {
      characters = characters.withRepetition(ServiceCharacters.REPETITION_4);
      handler.characters(characters);
    }
    segment.charset = level.charset();
    classify(level.repertoire(), four);
  }

  private void refuse(int component, String found, String expected) {
    var location = new Location.InEdifact(null, 1, "UNB", 1, component);
    handler.fault(
        Fault.of(
            ProblemCode.ENVELOPE,
            SyntaxError.SYNTAX_NOT_SUPPORTED,
            location,
            found == null ? "nothing" : found,
            expected));
  }

  private void classify(SyntaxLevel.Repertoire repertoire, boolean repeats) {
    boolean eightBits = repertoire == SyntaxLevel.Repertoire.PRINTABLE;
    for (int b = 0; b < 256; b++) {
      boolean allowed = b < 0x80 ? repertoire.allows(b) : eightBits && b >= 0xA0;
      classes[b] = allowed ? PLAIN : OUTSIDE;
    }
    classes[characters.component()] = COMPONENT;
    classes[characters.element()] = ELEMENT;
    classes[characters.terminator()] = TERMINATOR;
    if (characters.release() != ' ') {
      classes[characters.release()] = RELEASE;
    }
    if (repeats && characters.repetition() != ' ') {
      classes[characters.repetition()] = REPETITION;
    }
  }

  // ---- the buffer -----------------------------------------------------------------------------

  /** Moves what stands from {@code keep} on to the front and reads on; false at the end. */
  private boolean refill(int keep) throws IOException {
    System.arraycopy(buffer, keep, buffer, 0, limit - keep);
    consumed += keep;
    limit -= keep;
    position = 0;
    while (!atEnd && limit < buffer.length) {
      int read = in.read(buffer, limit, buffer.length - limit);
      if (read < 0) {
        atEnd = true;
      } else if (read > 0) {
        limit += read;
        return true;
      }
    }
    return false;
  }
}
