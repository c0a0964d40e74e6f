package org.chasqui.codec.edifact;

import static org.chasqui.codec.edifact.ByteClasses.COMPONENT;
import static org.chasqui.codec.edifact.ByteClasses.ELEMENT;
import static org.chasqui.codec.edifact.ByteClasses.OUTSIDE;
import static org.chasqui.codec.edifact.ByteClasses.PLAIN;
import static org.chasqui.codec.edifact.ByteClasses.RELEASE;
import static org.chasqui.codec.edifact.ByteClasses.REPETITION;
import static org.chasqui.codec.edifact.ByteClasses.TERMINATOR;
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

  /** Takes what the lexer finds, in document order. */
  public interface Handler {
    /** One segment, valid during the call. */
    void segment(Segment segment);

    /** A fault that no segment stands for; nothing follows it. */
    void fault(Fault fault);

    /** The service characters: before the first segment, and again when UNB changes them. */
    default void characters(ServiceCharacters characters) {}
  }

  private final ByteWindow window;
  private final Handler handler;
  private final byte[] classes = new byte[256];
  private final Segment segment = new Segment();
  private int[] ends = new int[256];
  private int[] first = new int[256];
  private ServiceCharacters characters = ServiceCharacters.DEFAULT;
  private boolean withUna;
  private boolean stopped;

  // The segment under way: where it begins, what was found of it, flags of its last component.
  private int start;
  private int count;
  private int elements;
  private int flags;
  private int allFlags;

  private EdifactLexer(InputStream in, Handler handler) {
    this.window = new ByteWindow(in, 2 * MAX_SEGMENT);
    this.handler = handler;
    segment.charset(StandardCharsets.ISO_8859_1);
    segment.bytes = window.bytes;
    segment.ends = ends;
    segment.first = first;
  }

  /** Reads a document to its end or to a fault that stops it. */
  public static void lex(InputStream document, Handler handler) throws IOException {
    new EdifactLexer(document, handler).run();
  }

  private void run() throws IOException {
    var advice = ServiceStringAdvice.read(window);
    if (advice.fault() != null) {
      handler.fault(advice.fault());
      return;
    }
    characters = advice.characters();
    withUna = advice.given();
    ByteClasses.fill(classes, characters, SyntaxLevel.Repertoire.PRINTABLE, false);
    handler.characters(characters);
    while (!stopped && window.skipLineBreaks()) {
      next();
    }
  }

  // ---- segments -------------------------------------------------------------------------------

  private void next() throws IOException {
    start = window.position;
    count = 0;
    elements = 0;
    flags = 0;
    allFlags = 0;
    first[0] = 0;
    int i = scan(start);
    while (i == window.limit || classes[window.bytes[i] & 0xFF] != TERMINATOR) {
      if (i - start > MAX_SEGMENT) {
        skip(i);
        return;
      }
      boolean more = window.refill(start);
      i -= start;
      start = 0;
      if (!more && i >= window.limit) {
        endOfDocument();
        return;
      }
      i = scan(i);
    }
    window.position = i + 1;
    deliver(i, Segment.State.WHOLE);
  }

  private void endOfDocument() {
    window.position = window.limit;
    if (!window.isPadding(start)) {
      deliver(window.limit, Segment.State.UNTERMINATED);
    }
  }

  /**
   * Notes the separators from a byte on. One loop over all bytes: those between two separators are
   * too few for a loop of their own.
   *
   * @return where the terminator stands, or where to go on when more is read: the end, or a release
   *     character without the one that it releases
   */
  private int scan(int from) {
    final byte[] bytes = window.bytes;
    final byte[] kinds = classes;
    final int limit = window.limit;
    for (int i = from; i < limit; i++) {
      byte kind = kinds[bytes[i] & 0xFF];
      if (kind == PLAIN) {
        continue;
      }
      if (kind == ELEMENT || kind == COMPONENT) {
        endComponent(i, 0);
        if (kind == ELEMENT) {
          beginElement();
        }
      } else if (kind == TERMINATOR) {
        return i;
      } else if (kind != RELEASE) {
        odd(kind, i);
      } else if (i + 1 < limit || window.isAtEnd()) {
        flags |= RELEASED;
        i++;
      } else {
        return i;
      }
    }
    return limit;
  }

  private void odd(byte kind, int at) {
    if (kind == REPETITION) {
      endComponent(at, REPEATED);
    } else {
      flags |= FOREIGN;
    }
  }

  private void endComponent(int at, int flag) {
    if (count + 1 >= ends.length) {
      ends = Arrays.copyOf(ends, ends.length * 2);
      segment.ends = ends;
    }
    int found = flags | flag;
    ends[count++] = at - start | found;
    if (found != 0) {
      allFlags |= found;
      flags = 0;
    }
  }

  private void beginElement() {
    elements++;
    if (elements + 2 >= first.length) {
      first = Arrays.copyOf(first, first.length * 2);
      segment.first = first;
    }
    first[elements] = count;
  }

  private void deliver(int end, Segment.State state) {
    if (end - start > MAX_SEGMENT) {
      deliverTag();
      return;
    }
    endComponent(end, 0);
    first[elements + 1] = count;
    fill(state);
    boolean foreign = (allFlags & FOREIGN) != 0 && segment.isUtf8();
    if (foreign && isWellFormed(end)) {
      segment.flags &= ~FOREIGN;
    }
    if (elements > 0 && segment.number == 1 && segment.tag().equals("UNB")) {
      readSyntax();
    }
    if (!stopped) {
      handler.segment(segment);
    }
  }

  /** Hands on the tag of a segment that is too long. */
  private void deliverTag() {
    ends[0] = count == 0 ? 3 : Math.min(ends[0] & Segment.OFFSET, 10);
    first[1] = 1;
    elements = 0;
    allFlags = 0;
    fill(Segment.State.TOO_LONG);
    handler.segment(segment);
  }

  private void fill(Segment.State state) {
    segment.base = start;
    segment.elements = elements;
    segment.flags = allFlags;
    segment.release = characters.release();
    segment.state = state;
    segment.number++;
    segment.offset = window.offset(start);
    segment.forgetTag();
  }

  /** Skips the rest of a segment that is too long without keeping it. */
  private void skip(int from) throws IOException {
    deliverTag();
    window.position = from;
    while (window.hasMore()) {
      byte kind = classes[window.bytes[window.position] & 0xFF];
      window.position++;
      if (kind == TERMINATOR) {
        return;
      }
      if (kind == RELEASE && window.hasMore()) {
        window.position++;
      }
    }
  }

  private boolean isWellFormed(int end) {
    for (int i = start; i < end; i++) {
      byte b = window.bytes[i];
      if (b >= 0 && classes[b] == OUTSIDE) {
        return false;
      }
    }
    try {
      var part = ByteBuffer.wrap(window.bytes, start, end - start);
      return StandardCharsets.UTF_8.newDecoder().decode(part) != null;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  // ---- syntax ---------------------------------------------------------------------------------

  private void readSyntax() {
    var id = segment.text(1, 1);
    var level = id == null ? null : SyntaxLevel.of(id).orElse(null);
    var version = segment.text(1, 2);
    if (level == null) {
      refuse(1, id, "UNOA to UNOK, UNOW or UNOY");
    } else if (version == null || version.length() != 1 || "1234".indexOf(version) < 0) {
      refuse(2, version, "syntax version 1 to 4");
    } else {
      boolean four = version.equals("4");
      if (four && !withUna) {
        characters = characters.withRepetition(ServiceCharacters.REPETITION_4);
        handler.characters(characters);
      }
      segment.charset(level.charset());
      ByteClasses.fill(classes, characters, level.repertoire(), four);
    }
  }

  private void refuse(int component, String found, String expected) {
    stopped = true;
    var location = new Location.InEdifact(null, 1, "UNB", 1, component);
    var shown = found == null ? "nothing" : found;
    var error = SyntaxError.SYNTAX_NOT_SUPPORTED;
    handler.fault(Fault.of(ProblemCode.ENVELOPE, error, location, shown, expected));
  }
}
