package org.chasqui.codec.edifact;

import java.io.IOException;
import org.chasqui.message.Location;
import org.chasqui.message.ProblemCode;

/**
 * What stands before the first segment: the service characters, by UNA or by what follows UNB.
 *
 * @param characters null when there is a fault
 * @param given true when the document has UNA
 * @param fault why the document cannot be read at all, or null
 */
record ServiceStringAdvice(ServiceCharacters characters, boolean given, Fault fault) {

  /** Reads it and leaves the window at UNB. */
  static ServiceStringAdvice read(ByteWindow window) throws IOException {
    window.skipBlank();
    window.need(9);
    if (window.startsWith("UNA")) {
      return una(window);
    }
    if (!window.startsWith("UNB")) {
      boolean empty = window.limit == window.position;
      var found = empty ? "empty document" : "first bytes " + window.firstBytes();
      var error = SyntaxError.SERVICE_SEGMENT;
      return fault(window, ProblemCode.UNREADABLE, error, found, "UNA or UNB");
    }
    int after = window.position + 3;
    boolean levelB =
        window.limit > after && window.bytes[after] == ServiceCharacters.LEVEL_B.element();
    return new ServiceStringAdvice(
        levelB ? ServiceCharacters.LEVEL_B : ServiceCharacters.DEFAULT, false, null);
  }

  private static ServiceStringAdvice una(ByteWindow window) {
    var error = SyntaxError.UNA_NOT_SUPPORTED;
    if (window.limit - window.position < 9) {
      return fault(window, ProblemCode.TRUNCATED, error, "UNA cut short", "9 characters");
    }
    var una = ServiceCharacters.of(window.bytes, window.position + 3);
    if (una.isEmpty()) {
      var found = "service characters that are alike or are letters or digits";
      return fault(window, ProblemCode.ENVELOPE, error, found, "six service characters");
    }
    window.position += 9;
    return new ServiceStringAdvice(una.get(), true, null);
  }

  private static ServiceStringAdvice fault(
      ByteWindow window, ProblemCode code, SyntaxError error, String found, String expected) {
    var location = new Location.AtByte(window.offset(window.position));
    return new ServiceStringAdvice(null, false, Fault.of(code, error, location, found, expected));
  }
}
