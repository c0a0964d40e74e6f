package org.chasqui.codec.edifact;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One segment as bytes with the places of its elements; text is made when it is asked for. Elements
 * and components count from 1; element 0 is the tag. The one that the lexer hands on is reused for
 * the next segment: {@link #keep()} gives one that lasts.
 */
public final class Segment {
  /** What is wrong with a segment as a whole. */
  public enum State {
    /** Nothing. */
    WHOLE,
    /** Longer than {@link EdifactLexer#MAX_SEGMENT}: only the tag is kept. */
    TOO_LONG,
    /** The document ended before its terminator. */
    UNTERMINATED
  }

  static final int OFFSET = 0x00FF_FFFF;
  static final int RELEASED = 1 << 30;
  static final int FOREIGN = 1 << 29;
  static final int REPEATED = 1 << 28;

  byte[] bytes;
  int base;
  int[] ends;
  int[] first;
  int elements;
  int flags;
  int release;
  private Charset charset;
  private boolean latin1;
  private boolean utf8;
  State state;
  long number;
  long offset;
  private String tag;

  Segment() {}

  void charset(Charset value) {
    charset = value;
    latin1 = value.equals(StandardCharsets.ISO_8859_1);
    utf8 = value.equals(StandardCharsets.UTF_8);
  }

  boolean isUtf8() {
    return utf8;
  }

  void forgetTag() {
    tag = null;
  }

  /** The tag: usually three capital letters, but any text may stand there. */
  public String tag() {
    if (tag == null) {
      tag = Tags.of(bytes, base, end(0) - base);
    }
    return tag;
  }

  /** Number of elements after the tag. */
  public int elements() {
    return elements;
  }

  /** Number of components of an element in its first repetition; 0 for one that is not there. */
  public int components(int element) {
    if (element > elements) {
      return 0;
    }
    int from = first[element];
    int to = first[element + 1];
    if ((flags & REPEATED) != 0) {
      for (int i = from; i < to; i++) {
        if ((ends[i] & REPEATED) != 0) {
          return i + 1 - from;
        }
      }
    }
    return to - from;
  }

  /** Number of repetitions of an element (syntax version 4); 0 for one that is not there. */
  public int repetitions(int element) {
    if (element > elements) {
      return 0;
    }
    if ((flags & REPEATED) == 0) {
      return 1;
    }
    int repetitions = 1;
    for (int i = first[element]; i < first[element + 1]; i++) {
      repetitions += (ends[i] & REPEATED) != 0 ? 1 : 0;
    }
    return repetitions;
  }

  /** The text of a component in the first repetition, or null when it is empty or not there. */
  public String text(int element, int component) {
    int index = index(element, component);
    return index < 0 ? null : textAt(index);
  }

  /** Number of all components of all elements and repetitions, the tag among them. */
  public int parts() {
    return first[elements + 1];
  }

  /** The text of one of all {@link #parts()} in their order, the tag being 0; null when empty. */
  public String part(int index) {
    return textAt(index);
  }

  /** The first component of an element. */
  public String text(int element) {
    return text(element, 1);
  }

  /** The text of a component in a repetition counted from 1, or null. */
  public String text(int element, int repetition, int component) {
    if (element > elements || component < 1) {
      return null;
    }
    int i = first[element];
    int to = first[element + 1];
    for (int passed = 1; passed < repetition && i < to; i++) {
      passed += (ends[i] & REPEATED) != 0 ? 1 : 0;
    }
    for (int c = 1; i < to; i++, c++) {
      if (c == component) {
        return textAt(i);
      }
      if ((ends[i] & REPEATED) != 0) {
        break;
      }
    }
    return null;
  }

  /** Number of characters of a component in the first repetition, 0 when it is not there. */
  public int length(int element, int component) {
    int index = index(element, component);
    if (index < 0) {
      return 0;
    }
    int length = end(index) - start(index);
    boolean byteIsCharacter = (ends[index] & RELEASED) == 0 && !utf8;
    if (byteIsCharacter || length == 0) {
      return length;
    }
    var text = textAt(index);
    return text.codePointCount(0, text.length());
  }

  /**
   * Number of digits of a component that is there and is a number with at most one sign and one
   * decimal mark; -1 when it is none.
   */
  int digits(int element, int component) {
    int index = index(element, component);
    if ((ends[index] & RELEASED) == 0) {
      return DataFormat.digits(bytes, start(index), end(index));
    }
    var plain = textAt(index).getBytes(StandardCharsets.ISO_8859_1);
    return DataFormat.digits(plain, 0, plain.length);
  }

  /** True when the component is just this ASCII text. */
  public boolean is(int element, int component, String ascii) {
    int index = index(element, component);
    if (index < 0) {
      return false;
    }
    int start = start(index);
    if (end(index) - start != ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[start + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Position in the interchange counted from 1, UNA not counted. */
  public long number() {
    return number;
  }

  /** Where it begins in the document, counted from 0. */
  public long offset() {
    return offset;
  }

  /** Whether all of it is here. */
  public State state() {
    return state;
  }

  /** Number of bytes between its first and its terminator. */
  public int length() {
    return ends[first[elements + 1] - 1] & OFFSET;
  }

  /**
   * The first component with a character that the syntax level does not allow.
   *
   * @return element and component, or null when there is none
   */
  public int[] foreign() {
    if ((flags & FOREIGN) == 0) {
      return null;
    }
    for (int element = 0; element <= elements; element++) {
      for (int i = first[element]; i < first[element + 1]; i++) {
        if ((ends[i] & FOREIGN) != 0) {
          return new int[] {element, i - first[element] + 1};
        }
      }
    }
    return null;
  }

  /** A copy that does not change when the lexer goes on. */
  public Segment keep() {
    var copy = new Segment();
    int length = length();
    copy.bytes = Arrays.copyOfRange(bytes, base, base + length);
    copy.ends = Arrays.copyOf(ends, first[elements + 1]);
    copy.first = Arrays.copyOf(first, elements + 2);
    copy.elements = elements;
    copy.flags = flags;
    copy.release = release;
    copy.charset = charset;
    copy.latin1 = latin1;
    copy.utf8 = utf8;
    copy.state = state;
    copy.number = number;
    copy.offset = offset;
    copy.tag = tag;
    return copy;
  }

  private int index(int element, int component) {
    if (element > elements || component < 1) {
      return -1;
    }
    int index = first[element] + component - 1;
    if (index >= first[element + 1]) {
      return -1;
    }
    if ((flags & REPEATED) != 0) {
      for (int i = first[element]; i < index; i++) {
        if ((ends[i] & REPEATED) != 0) {
          return -1;
        }
      }
    }
    return index;
  }

  private int start(int index) {
    return index == 0 ? base : base + (ends[index - 1] & OFFSET) + 1;
  }

  private int end(int index) {
    return base + (ends[index] & OFFSET);
  }

  private String textAt(int index) {
    int start = start(index);
    int length = end(index) - start;
    if (length == 0) {
      return null;
    }
    // The constant lets the compiler drop the choice of a decoder for the usual charset.
    return latin1 && (ends[index] & RELEASED) == 0
        ? new String(bytes, start, length, StandardCharsets.ISO_8859_1)
        : decoded(index, start, length);
  }

  /** Apart, so that the usual way stays short enough to be compiled into its callers. */
  private String decoded(int index, int start, int length) {
    return (ends[index] & RELEASED) == 0
        ? new String(bytes, start, length, charset)
        : Released.text(bytes, start, length, release, charset);
  }
}
