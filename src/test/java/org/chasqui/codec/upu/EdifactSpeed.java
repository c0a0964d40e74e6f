package org.chasqui.codec.upu;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.edifact.EdifactLexer;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.codec.edifact.Segment;
import org.chasqui.message.RegionalMessage;

/** Measures lexing, decoding and encoding by hand: run its main; no test. */
final class EdifactSpeed {
  private static long sink;

  private EdifactSpeed() {}

  public static void main(String[] arguments) throws Exception {
    int items = 30_000;
    var document = new GeneratedItmatt(items).readAllBytes();
    var messages = Reading.of(new GeneratedItmatt(900)).messages();
    for (int round = 0; round < 6; round++) {
      double floor = megabytes(document, () -> scan(document));
      double lex = megabytes(document, () -> lex(document, false));
      double text = megabytes(document, () -> lex(document, true));
      double decode = seconds(() -> decode(document));
      double encode = seconds(() -> encode(messages));
      System.out.printf(
          "floor %.0f MB/s  lexer %.0f MB/s  lexer with a String per element %.0f MB/s (%.0f %%)"
              + "  decode %.0f items/s (%.0f MB/s)  encode %.0f items/s%n",
          floor,
          lex,
          text,
          100 * text / floor,
          items / decode,
          document.length / decode / 1e6,
          30 * messages.size() / encode);
    }
    System.out.println(sink);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double megabytes(byte[] document, Work work) throws Exception {
    return document.length / seconds(work) / 1e6;
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void scan(byte[] bytes) {
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '+' || b == ':' || b == '\'') {
        sink += new String(bytes, start, i - start, StandardCharsets.ISO_8859_1).length();
        start = i + 1;
      }
    }
  }

  private static void lex(byte[] bytes, boolean texts) throws Exception {
    EdifactLexer.lex(
        new ByteArrayInputStream(bytes),
        new EdifactLexer.Handler() {
          @Override
          public void segment(Segment segment) {
            sink += segment.elements();
            int parts = texts ? segment.parts() : 0;
            for (int i = 0; i < parts; i++) {
              var text = segment.part(i);
              sink += text == null ? 0 : text.length();
            }
          }

          @Override
          public void fault(Fault fault) {
            throw new AssertionError(fault);
          }
        });
  }

  private static void decode(byte[] bytes) throws Exception {
    Reading.DECODER.decode(
        new ByteArrayInputStream(bytes),
        Reading.context(),
        new Decoder.Sink() {
          @Override
          public void item(Decoded decoded) {
            sink += decoded.problems().size() + decoded.position();
          }

          @Override
          public void end(DocumentEnd end) {
            sink += end.items();
          }
        });
  }

  private static void encode(List<RegionalMessage> messages) {
    for (int i = 0; i < 30; i++) {
      sink += Writing.encode("upu-itmatt", messages).document().length;
    }
  }
}
