package org.chasqui.flow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.InterchangeReport;
import org.chasqui.codec.upu.ControlMessage;
import org.chasqui.codec.upu.UpuCodecs;
import org.chasqui.ledger.Interpretation;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.LedgerConfiguration;
import org.chasqui.ledger.Ledgers;
import org.chasqui.ledger.NewInterchange;
import org.chasqui.ledger.NewProblem;
import org.chasqui.ledger.RawDocument;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedItemsTest {
  private static final Instant AT = Instant.parse("2026-11-03T10:15:00Z");
  private static final Path DOCUMENT =
      Path.of("src/test/resources/golden/upu/bad-one-of-three-items/input.edi");

  @TempDir Path folder;

  @Test
  void whatAnEarlierWorkerRefusedIsToldByTheOneThatGoesOn() throws IOException {
    try (var ledger = ledger()) {
      long id = recorded(ledger);
      var interchange = ledger.interchange(id).orElseThrow();
      var refused = new RefusedItems(ledger, interchange);
      var ends = new ArrayList<DocumentEnd>();

      read(refused, ends);

      var report = refused.in((InterchangeReport) ends.getFirst().acknowledgement());
      assertThat(control(report))
          .contains("UCM+1+ITMATT:D:00A:UN:M33+2'\nUCS+6'\nUCD+12+3:1'\nUCS+48'\nUCD+37+2:2'\nUNT");
    }
  }

  /** The first item was refused by a rule, the second warned of, the third never read. */
  private static long recorded(Ledger ledger) throws IOException {
    var header =
        new NewInterchange(
            "cla", "http", "upu-edifact", "application/edifact", "1", "1", false, 3, AT);
    long id = ledger.accept(header, RawDocument.of(Files.readAllBytes(DOCUMENT))).interchangeId();
    var claim = ledger.claimInterchange(id, Duration.ofMinutes(1)).orElseThrow();
    var itemId = new Location.AtPointer("/itemId");
    var value = new Location.AtPointer("/contents/0/value");
    var edi = new Location.InEdifact("1", 15, "MOA", 1, 2);
    var problems =
        List.of(
            new NewProblem(1, 0, Problem.of(ProblemCode.CHECK_DIGIT, itemId, "5", "4")),
            new NewProblem(
                2, 0, new Problem(ProblemCode.HS_CODE, Severity.WARNING, value, null, null)),
            new NewProblem(2, 0, Problem.of(ProblemCode.ELEMENT_FORMAT, edi, null, null)));
    ledger.record(claim, new Interpretation(2, List.of(), problems, List.of(), false));
    return id;
  }

  private static void read(RefusedItems refused, List<DocumentEnd> ends) throws IOException {
    var decoder =
        UpuCodecs.all().stream()
            .filter(Decoder.class::isInstance)
            .map(Decoder.class::cast)
            .findFirst()
            .orElseThrow();
    decoder.decode(
        new ByteArrayInputStream(Files.readAllBytes(DOCUMENT)),
        new DecodeContext(view(), "urn:lac-ead:party:XX:gateway:CHASQUI", AT, "1"),
        new Decoder.Sink() {
          @Override
          public void item(Decoded decoded) {
            refused.recorded(decoded);
          }

          @Override
          public void end(DocumentEnd end) {
            ends.add(end);
          }
        });
  }

  private static String control(InterchangeReport report) {
    var context = new EncodeContext(view(), AT, "CHQ1");
    return new String(ControlMessage.write(report, context).orElseThrow(), ISO_8859_1);
  }

  private static ProfileView view() {
    return new ProfileView(
        "cla",
        "urn:lac-ead:party:CL:post:CLA",
        "cla",
        "CL",
        "CLP",
        ZoneOffset.UTC,
        List.of("es"),
        Map.of(),
        Map.of(),
        false);
  }

  private Ledger ledger() {
    return Ledgers.open(LedgerConfiguration.sqlite(folder.resolve("ledger.db"), "one"));
  }
}
