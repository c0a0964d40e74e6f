package org.chasqui.codec.regional;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.message.Problem;

/** What the codec hands on of one document, for tests to look at. */
final class Reading implements Decoder.Sink {
  static final RegionalJsonCodec CODEC =
      new RegionalJsonCodec(SchemaValidator.of(Path.of("config/schema")));

  final List<Decoded> items = new ArrayList<>();
  DocumentEnd end;

  private Reading() {}

  static Reading of(byte[] document) {
    var reading = new Reading();
    try {
      CODEC.decode(new ByteArrayInputStream(document), null, reading);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return reading;
  }

  @Override
  public void item(Decoded decoded) {
    items.add(decoded);
  }

  @Override
  public void end(DocumentEnd documentEnd) {
    end = documentEnd;
  }

  /** Severity, code and place of each problem. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    for (var item : items) {
      item.problems().forEach(problem -> lines.add(line(problem)));
    }
    end.problems().forEach(problem -> lines.add(line(problem)));
    return lines;
  }

  private static String line(Problem problem) {
    return problem.severity() + " " + problem.code().code() + " " + problem.location().text();
  }
}
