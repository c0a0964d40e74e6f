package org.chasqui.codec;

/**
 * The form of an e-mail address that the regional schema asks for: {@code
 * [^@\s]+@[^@\s]+\.[^@\s]+}. Tested by hand, since every item has one or two.
 */
public final class EmailForm {
  private EmailForm() {}

  /** True for a text of this form. */
  public static boolean fits(String text) {
    int at = text.indexOf('@');
    int point = text.lastIndexOf('.', text.length() - 2);
    if (at < 1 || point < at + 2) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r') || (c == '@' && i != at)) {
        return false;
      }
    }
    return true;
  }
}
