package org.chasqui.flow;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentHead;
import org.chasqui.ledger.Acceptance;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.LedgerException;
import org.chasqui.ledger.NewInterchange;
import org.chasqui.ledger.Work;
import org.chasqui.message.Location;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/**
 * The seam {@code direct:accept}: tells the format and the reference of a document, refuses what
 * cannot be read or is not the sender's to send, and keeps the rest in the ledger before anybody
 * hears "accepted" (P1). Duplicates over any door are answered as such (P2).
 */
public final class Intake {
  private static final int RETRY_SECONDS = 5;

  private static final Problem EMPTY =
      Problem.of(ProblemCode.UNREADABLE, Location.WHOLE, "0 bytes", "EDIFACT or CloudEvents JSON");

  private final Ledger ledger;
  private final Profiles profiles;
  private final CodecRegistry codecs;
  private final Clock clock;

  Intake(Ledger ledger, Profiles profiles, CodecRegistry codecs, Clock clock) {
    this.ledger = ledger;
    this.profiles = profiles;
    this.codecs = codecs;
    this.clock = clock;
  }

  /** Body: a {@link Submission}, or an {@link IntakeResult} that a door made already. */
  public void accept(Exchange exchange) throws IOException {
    var body = exchange.getMessage().getBody();
    var result = body instanceof Submission submission ? keep(submission) : (IntakeResult) body;
    exchange.setProperty(FlowNames.INTAKE, result);
    exchange.getMessage().removeHeader(FlowNames.WORK);
    if (result instanceof IntakeResult.Accepted accepted) {
      exchange
          .getMessage()
          .setHeader(
              FlowNames.WORK,
              new Work(Work.Kind.INTERPRET, accepted.interchangeId(), accepted.party()));
    }
  }

  private IntakeResult keep(Submission submission) throws IOException {
    if (submission.raw().size() == 0) {
      return refuse(400, EMPTY);
    }
    var decoder = codecs.detect(submission.head());
    if (decoder.isEmpty()) {
      return refuse(415, unknown(submission));
    }
    var head = decoder.get().head(submission.head());
    if (head.problems().stream().anyMatch(Problem::isError)) {
      return new IntakeResult.Refused(400, head.problems(), 0);
    }
    var sender = profiles.byId(submission.party()).orElseThrow();
    if (!speaksFor(sender, head)) {
      return refuse(
          403,
          Problem.of(
              ProblemCode.NOT_ALLOWED,
              senderLocation(decoder.get()),
              head.sender(),
              String.join(", ", sender.identity().ediIds())));
    }
    return keep(submission, decoder.get(), head);
  }

  private static Problem unknown(Submission submission) {
    return Problem.of(
        ProblemCode.UNREADABLE,
        new Location.AtByte(0),
        FirstBytes.describe(submission.head()),
        "UNA, UNB or a CloudEvents JSON object or array");
  }

  private IntakeResult keep(Submission submission, Decoder decoder, DocumentHead head)
      throws IOException {
    var header =
        new NewInterchange(
            submission.party(),
            submission.door(),
            decoder.name(),
            submission.mediaType(),
            key(submission, head),
            head.reference(),
            head.test(),
            submission.causedBy(),
            clock.instant());
    try {
      return result(ledger.accept(header, submission.raw()), submission.party(), head);
    } catch (LedgerException e) {
      throw new BusyException("the ledger is not ready", RETRY_SECONDS, e);
    }
  }

  private static IntakeResult result(Acceptance acceptance, String party, DocumentHead head) {
    long id = acceptance.interchangeId();
    return switch (acceptance.result()) {
      case ACCEPTED -> new IntakeResult.Accepted(id, party, head.reference());
      case DUPLICATE -> new IntakeResult.Duplicate(id, head.reference());
      case CONFLICT ->
          new IntakeResult.Refused(
              409,
              List.of(
                  Problem.of(
                      ProblemCode.DUPLICATE_REFERENCE,
                      Location.WHOLE,
                      head.reference(),
                      "a new reference, or the same content as interchange " + id)),
              id);
    };
  }

  private static String key(Submission submission, DocumentHead head) {
    return head.reference() == null
        ? "sha256:" + submission.raw().sha256()
        : head.sender() + "|" + head.recipient() + "|" + head.reference();
  }

  private static boolean speaksFor(Profile sender, DocumentHead head) {
    if (head.sender() == null) {
      return true;
    }
    return sender.identity().address().urn().equals(head.sender())
        || sender.identity().ediIds().contains(head.sender())
        || (PartyAddress.parse(head.sender()).isEmpty()
            && sender.identity().code().equals(head.sender()));
  }

  private static Location senderLocation(Decoder decoder) {
    return decoder.name().contains("edifact")
        ? new Location.InEdifact(null, 1, "UNB", 2, 1)
        : new Location.AtPointer("/source");
  }

  private static IntakeResult refuse(int status, Problem problem) {
    return new IntakeResult.Refused(status, List.of(problem), 0);
  }
}
