package org.chasqui.codec.saai;

import java.util.Arrays;

/** One record: fields by their numbers from 1, the first of which is the type. */
final class M3Record {
  private final String[] fields;

  M3Record(int type, int count) {
    fields = new String[count];
    Arrays.fill(fields, "");
    set(1, Integer.toString(type));
  }

  /** Sets a field; an absent value leaves it empty. */
  M3Record set(int number, String value) {
    fields[number - 1] = value == null ? "" : value;
    return this;
  }

  /** The record with its line end. */
  String line() {
    return String.join("|", fields) + "\n";
  }
}
