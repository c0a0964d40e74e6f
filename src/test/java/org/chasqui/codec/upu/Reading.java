package org.chasqui.codec.upu;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.InterchangeReport;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;

/** What the decoder makes of an interchange, for tests. */
record Reading(List<Decoded> items, DocumentEnd end) {
  static final Definitions DEFINITIONS = Definitions.builtIn();
  static final UpuDecoder DECODER = new UpuDecoder(DEFINITIONS);

  static Reading of(byte[] document) throws IOException {
    return of(new ByteArrayInputStream(document));
  }

  static Reading of(byte[] document, UpuDecoder decoder) throws IOException {
    return of(new ByteArrayInputStream(document), decoder);
  }

  static Reading of(InputStream document) throws IOException {
    return of(document, DECODER);
  }

  private static Reading of(InputStream document, UpuDecoder decoder) throws IOException {
    var items = new ArrayList<Decoded>();
    var ends = new ArrayList<DocumentEnd>();
    decoder.decode(
        document,
        context(),
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
    if (ends.size() != 1) {
      throw new AssertionError(ends.size() + " ends");
    }
    return new Reading(items, ends.getFirst());
  }

  static DecodeContext context() {
    return new DecodeContext(
        view("cl", "urn:lac-ead:party:CL:post:CLA", "CL", Map.of()),
        PartyAddress.GATEWAY.urn(),
        Instant.parse("2026-11-03T12:20:00Z"),
        "document-1");
  }

  static ProfileView view(String party, String urn, String country, Map<String, String> settings) {
    return new ProfileView(
        party,
        urn,
        party,
        country,
        "USD",
        ZoneId.of("America/Santiago"),
        List.of("es"),
        settings,
        Map.of(),
        false);
  }

  List<RegionalMessage> messages() {
    return items.stream().map(Decoded::message).filter(message -> message != null).toList();
  }

  /** Of all items, then of the document. */
  List<Problem> problems() {
    return Stream.concat(
            items.stream().flatMap(item -> item.problems().stream()), end.problems().stream())
        .toList();
  }

  InterchangeReport report() {
    return (InterchangeReport) end.acknowledgement();
  }
}
