package org.chasqui.flow;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.connector.PartyView;
import org.chasqui.ledger.Interchange;
import org.chasqui.ledger.InterpretationClaim;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.PartyRole;
import org.chasqui.profile.Profiles;

/**
 * Interprets an accepted interchange: decodes it as a stream, checks and routes its messages, and
 * records them part by part. Interrupted anywhere, the next worker goes on where the last part
 * ended.
 */
public final class Interpreter {
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final Ledger ledger;
  private final Profiles profiles;
  private final CodecRegistry codecs;
  private final PartMaker parts;
  private final Dispatcher dispatcher;

  Interpreter(
      Ledger ledger,
      Profiles profiles,
      CodecRegistry codecs,
      PartMaker parts,
      Dispatcher dispatcher) {
    this.ledger = ledger;
    this.profiles = profiles;
    this.codecs = codecs;
    this.parts = parts;
    this.dispatcher = dispatcher;
  }

  /** Body: id of the interchange. */
  public void interpret(Exchange exchange) throws IOException {
    long id = Long.parseLong(exchange.getMessage().getBody(String.class));
    Optional<InterpretationClaim> claim = ledger.claimInterchange(id, LEASE);
    if (claim.isPresent()) {
      interpret(claim.get());
    }
  }

  private void interpret(InterpretationClaim claim) throws IOException {
    var interchange = claim.interchange();
    var decoder = codecs.decoder(interchange.header().format()).orElseThrow();
    var part = new PartRecorder(ledger, claim, parts.forInterchange(interchange), dispatcher);
    try (var raw =
        ledger
            .raw(interchange.id())
            .orElseThrow(
                () -> new IOException("interchange " + interchange.id() + " has no bytes"))) {
      decode(decoder, raw, interchange, part);
    }
  }

  /** A carrier that the interchange names; posts and customs are named in its messages. */
  private String addressee(Interchange interchange) {
    var named = interchange.header().key().split("\\|", -1);
    return Optional.of(named)
        .filter(parts -> parts.length > 2)
        .flatMap(parts -> profiles.byEdiId(parts[1]))
        .filter(party -> party.identity().role() == PartyRole.OTHER)
        .map(party -> party.identity().address().urn())
        .orElse(PartyAddress.GATEWAY.urn());
  }

  private void decode(
      Decoder decoder, java.io.InputStream raw, Interchange interchange, PartRecorder part)
      throws IOException {
    var sender = profiles.byId(interchange.header().party()).orElseThrow();
    var context =
        new DecodeContext(
            PartyView.of(sender),
            addressee(interchange),
            interchange.header().receivedAt(),
            Long.toString(interchange.id()));
    decoder.decode(raw, context, part);
  }
}
