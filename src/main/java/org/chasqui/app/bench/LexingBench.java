package org.chasqui.app.bench;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.chasqui.codec.edifact.EdifactLexer;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.codec.edifact.Segment;

/** Lexing of EDIFACT beside a plain scan of the bytes and beside another open-source reader. */
final class LexingBench {
  private static final String FLOOR = "floor: byte scan, a String per element";
  private static final String OURS = "our lexer, a String per element";
  private static final String LAZY = "our lexer, elements not asked for";
  private static final String STAEDI = "StAEDI, a String per element";

  private final List<byte[]> documents;
  private final Rounds rounds;

  LexingBench(List<byte[]> documents, Rounds rounds) {
    this.documents = documents;
    this.rounds = rounds;
  }

  List<Figure> run() throws Exception {
    var contenders = new LinkedHashMap<String, Rounds.Work>();
    contenders.put(FLOOR, () -> each(LexingBench::scan));
    contenders.put(OURS, () -> each(document -> lex(document, true)));
    contenders.put(LAZY, () -> each(document -> lex(document, false)));
    contenders.put(STAEDI, () -> each(LexingBench::staedi));
    var rates = rounds.rates(contenders);
    var figures = new ArrayList<Figure>();
    rates.forEach((name, rate) -> figures.add(Figure.of("lexing", name, "MB/s", rate)));
    var floor = rates.get(FLOOR);
    figures.add(
        Figure.of("lexing", "our lexer of the floor", "%", ratios(rates.get(OURS), floor))
            .atLeast(60));
    figures.add(
        Figure.of("lexing", "our lexer, lazy, of the floor", "%", ratios(rates.get(LAZY), floor)));
    figures.add(Figure.of("lexing", "StAEDI of the floor", "%", ratios(rates.get(STAEDI), floor)));
    return figures;
  }

  private static double[] ratios(Rounds.Rates of, Rounds.Rates in) {
    return Rounds.ratios(of.processor(), in.processor());
  }

  private interface Reader {
    long read(byte[] document) throws Exception;
  }

  private double each(Reader reader) throws Exception {
    long bytes = 0;
    long characters = 0;
    for (var document : documents) {
      characters += reader.read(document);
      bytes += document.length;
    }
    if (characters <= 0) {
      throw new IllegalStateException("nothing was read");
    }
    return bytes / 1e6;
  }

  /** What any reader must do at least: look at each byte and make the texts. */
  static long scan(byte[] document) {
    long characters = 0;
    int start = 0;
    for (int at = 0; at < document.length; at++) {
      byte b = document[at];
      if (b == '+' || b == ':' || b == '\'') {
        characters += new String(document, start, at - start, StandardCharsets.ISO_8859_1).length();
        start = at + 1;
      }
    }
    return characters;
  }

  static long lex(byte[] document, boolean texts) throws Exception {
    var count = new long[1];
    EdifactLexer.lex(
        new ByteArrayInputStream(document),
        new EdifactLexer.Handler() {
          @Override
          public void segment(Segment segment) {
            count[0] += texts ? textLength(segment) : segment.length();
          }

          @Override
          public void fault(Fault fault) {
            throw new IllegalStateException("the material is broken: " + fault);
          }
        });
    return count[0];
  }

  private static long textLength(Segment segment) {
    long characters = 0;
    int parts = segment.parts();
    for (int part = 0; part < parts; part++) {
      var text = segment.part(part);
      characters += text == null ? 0 : text.length();
    }
    return characters;
  }

  static long staedi(byte[] document) throws Exception {
    long characters = 0;
    var factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    try (var reader =
        factory.createEDIStreamReader(
            new ByteArrayInputStream(document), StandardCharsets.ISO_8859_1.name())) {
      while (reader.hasNext()) {
        var event = reader.next();
        if (event == EDIStreamEvent.ELEMENT_DATA || event == EDIStreamEvent.START_SEGMENT) {
          characters += reader.getText().length();
        }
      }
    }
    return characters;
  }
}
