package org.chasqui.codec.duca;

import java.io.IOException;

/** Takes the fields of one declaration in their order; an absent text is an absent field. */
interface DucaOutput {

  void text(String name, String value) throws IOException;

  /** Opens a group of fields. */
  void open(String name) throws IOException;

  void close() throws IOException;

  /** Opens a list, whose elements follow between {@link #element} and {@link #close}. */
  void openList(String name) throws IOException;

  /** Opens an element of the list. */
  void element(String name) throws IOException;

  void closeList() throws IOException;

  /** Ends the declaration. */
  void end() throws IOException;
}
