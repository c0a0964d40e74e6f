package org.chasqui.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.app.gateway.Region;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.DocumentHead;
import org.chasqui.codec.ProfileView;
import org.chasqui.connector.PartyView;
import org.chasqui.message.Location;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;

/**
 * Reads a document as the gateway does: detects the format, decodes it as a stream, applies schema
 * and rules to each message. What the gateway knows from its ledger (versions, duplicates,
 * decisions already made) is not looked at.
 */
final class Translation {
  private final Region region;
  private final Report report;
  private final Instant receivedAt;

  /** Takes the messages that are fit to be sent on. */
  interface Sink {
    void take(RegionalMessage message) throws IOException;
  }

  Translation(Region region, Report report, Instant receivedAt) {
    this.region = region;
    this.report = report;
    this.receivedAt = receivedAt;
  }

  /** Reads the document to its end; problems go to the report. */
  void read(InputStream document, Sink sink) throws IOException {
    var stream = new BufferedInputStream(document, 1 << 16);
    stream.mark(CodecRegistry.HEAD_BYTES);
    var head = stream.readNBytes(CodecRegistry.HEAD_BYTES);
    stream.reset();
    var decoder = region.codecs().detect(head);
    if (decoder.isEmpty()) {
      report.add(null, List.of(unreadable(head)));
      return;
    }
    var documentHead = decoder.get().head(head);
    if (documentHead.problems().stream().anyMatch(Problem::isError)) {
      report.add(null, documentHead.problems());
      return;
    }
    var context =
        new DecodeContext(
            sender(documentHead), PartyAddress.GATEWAY.urn(), receivedAt, key(documentHead));
    decoder.get().decode(stream, context, new Messages(decoder.get(), sink));
  }

  private static Problem unreadable(byte[] head) {
    return Problem.of(
        ProblemCode.UNREADABLE,
        new Location.AtByte(0),
        head.length == 0 ? "an empty document" : null,
        "an EDIFACT interchange or regional JSON");
  }

  private static String key(DocumentHead head) {
    return head.sender() + "/" + head.reference();
  }

  /** The view of the party that the document names; a neutral one when no profile knows it. */
  private ProfileView sender(DocumentHead head) {
    var known =
        region
            .profiles()
            .byEdiId(head.sender())
            .or(() -> region.profiles().byAddress(head.sender()));
    return known.map(PartyView::of).orElseGet(() -> stranger(head));
  }

  private ProfileView stranger(DocumentHead head) {
    report.add(
        null,
        List.of(
            Problem.of(
                ProblemCode.UNKNOWN_OPERATOR,
                Location.WHOLE,
                head.sender(),
                "a party with a profile")));
    return new ProfileView(
        "unknown",
        "urn:lac-ead:party:XX:other:UNKNOWN",
        "unknown",
        "XX",
        "USD",
        ZoneOffset.UTC,
        List.of("en"),
        Map.of(),
        Map.of(),
        false);
  }

  /** Checks what the decoder hands on. */
  private final class Messages implements Decoder.Sink {
    private final Decoder decoder;
    private final Sink sink;

    Messages(Decoder decoder, Sink sink) {
      this.decoder = decoder;
      this.sink = sink;
    }

    @Override
    public void item(Decoded decoded) {
      var problems = new ArrayList<>(decoded.problems());
      var message = decoded.message();
      if (message != null) {
        boolean schemaChecked = decoder.name().startsWith("regional");
        problems.addAll(region.checks().check(message, receivedAt, schemaChecked));
      }
      report.add(
          decoded.businessKey() == null ? "item " + decoded.position() : decoded.businessKey(),
          problems);
      if (message != null && problems.stream().noneMatch(Problem::isError)) {
        hand(message);
      }
    }

    private void hand(RegionalMessage message) {
      try {
        sink.take(message);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void end(DocumentEnd end) {
      report.add(null, end.problems());
    }
  }
}
