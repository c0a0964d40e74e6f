package org.chasqui.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Optional;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** Tells how the JSON of a foreign document is broken: code and byte, never its content. */
public final class JsonFaults {

  /** Reads from a parser. */
  public interface Reading {
    /** Reads on. */
    void read() throws IOException;
  }

  private JsonFaults() {}

  /**
   * The fault of the JSON that ended a reading; empty when it came to its end.
   *
   * @throws IOException when not the JSON but its source fails
   */
  public static Optional<Problem> of(JsonParser json, Reading reading) throws IOException {
    try {
      reading.read();
      return Optional.empty();
    } catch (JsonEOFException e) {
      return Optional.of(at(ProblemCode.TRUNCATED, json, "the end of the document"));
    } catch (StreamConstraintsException e) {
      return Optional.of(at(ProblemCode.TOO_LARGE, json, "texts and depths of this format"));
    } catch (JsonProcessingException e) {
      return Optional.of(at(ProblemCode.UNREADABLE, json, "JSON"));
    } catch (CharConversionException e) {
      return Optional.of(at(ProblemCode.UNREADABLE, json, "UTF-8"));
    }
  }

  /** A fault where the parser stands. */
  public static Problem at(ProblemCode code, JsonParser json, String expected) {
    long offset = Math.max(0, json.currentLocation().getByteOffset());
    return Problem.of(code, new Location.AtByte(offset), null, expected);
  }
}
