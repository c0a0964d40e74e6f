package org.chasqui.app.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.chasqui.app.gateway.Region;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.connector.PartyView;
import org.chasqui.message.PartyAddress;

/** Reads the answers of a folder's golden cases over and over. */
final class AnswerBench {
  private static final int TIMES = 200;
  private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");

  private final Decoder decoder;
  private final DecodeContext context;
  private final List<byte[]> answers;

  AnswerBench(Region region, Decoder decoder) {
    this.decoder = decoder;
    var party =
        region.profiles().administrations().stream()
            .filter(each -> each.format().answerCodec().equals(decoder.name()))
            .findFirst()
            .orElse(region.profiles().administrations().getFirst());
    this.context = new DecodeContext(PartyView.of(party), PartyAddress.GATEWAY.urn(), AT, "bench");
    this.answers = answers(region.folderOf(decoder.name()).resolve("cases"));
  }

  private static List<byte[]> answers(Path cases) {
    try (var files = Files.walk(cases, 2)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("answer."))
          .map(AnswerBench::bytes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Decisions read. */
  double read() throws IOException {
    var decisions = new Decisions();
    for (int i = 0; i < TIMES; i++) {
      for (var answer : answers) {
        decoder.decode(new ByteArrayInputStream(answer), context, decisions);
      }
    }
    if (decisions.read == 0) {
      throw new IllegalStateException(decoder.name() + " read nothing");
    }
    return decisions.read;
  }

  /** Counts what can be used. */
  private static final class Decisions implements Decoder.Sink {
    private long read;

    @Override
    public void item(Decoded decoded) {
      read += decoded.message() == null ? 0 : 1;
    }

    @Override
    public void end(DocumentEnd end) {
      // broken cases are among them
    }
  }
}
