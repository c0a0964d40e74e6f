package org.chasqui.codec.national;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.message.Problem;

/** All that a decoder hands on of one document. */
record Outcome(List<Decoded> items, DocumentEnd end, int ends) {

  static Outcome of(Decoder codec, InputStream document) throws IOException {
    return of(codec, document, NationalViews.decoding(codec));
  }

  static Outcome of(Decoder codec, InputStream document, DecodeContext context) throws IOException {
    var items = new ArrayList<Decoded>();
    var ends = new ArrayList<DocumentEnd>();
    codec.decode(
        document,
        context,
        new Decoder.Sink() {
          @Override
          public void item(Decoded decoded) {
            items.add(decoded);
          }

          @Override
          public void end(DocumentEnd end) {
            ends.add(end);
          }
        });
    return new Outcome(items, ends.getFirst(), ends.size());
  }

  List<Problem> problems() {
    return Stream.concat(
            items.stream().flatMap(item -> item.problems().stream()), end.problems().stream())
        .toList();
  }

  /** True for a golden case with a file of this name, whatever its ending. */
  static boolean has(Path folder, String file) {
    return Files.exists(folder.resolve(file + ".json"))
        || Files.exists(folder.resolve(file + ".xml"));
  }

  /** The answer of a golden case: {@code answer.json} or {@code answer.xml}. */
  static Path answer(Path folder) {
    var json = folder.resolve("answer.json");
    return Files.exists(json) ? json : folder.resolve("answer.xml");
  }
}
