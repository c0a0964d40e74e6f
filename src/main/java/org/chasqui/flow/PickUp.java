package org.chasqui.flow;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.chasqui.ledger.DeliveryDetail;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that appear as files. A file is moved or deleted only when the ledger has it, so the
 * folder is the cursor: what was taken is gone from it, over restarts too, and a file whose removal
 * was interrupted is known by its digest and does nothing the second time.
 */
public final class PickUp {
  private static final Logger LOG = LoggerFactory.getLogger(PickUp.class);

  private final Ledger ledger;
  private final Profiles profiles;
  private final Spool spool;
  private final Pressure pressure;

  PickUp(Ledger ledger, Profiles profiles, Spool spool, Pressure pressure) {
    this.ledger = ledger;
    this.profiles = profiles;
    this.spool = spool;
    this.pressure = pressure;
  }

  /** Header {@code ChasquiParty}: whose file it is. Body becomes a {@link Submission}. */
  public void receive(Exchange exchange) throws IOException {
    var party = exchange.getMessage().getHeader(FlowNames.PARTY, String.class);
    var busy = pressure.declines(party);
    if (busy != null) {
      throw new BusyException(busy.reason(), busy.retryAfterSeconds(), null);
    }
    var name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
    try (var in = exchange.getMessage().getMandatoryBody(InputStream.class)) {
      var spooled = spool.take(in);
      exchange.getExchangeExtension().addOnCompletion(new RemoveSpool(spooled));
      var profile = profiles.byId(party).orElseThrow();
      exchange
          .getMessage()
          .setBody(
              new Submission(
                  party, "pick-up", null, spooled.head(), spooled.raw(), delivery(profile, name)));
    } catch (Spool.TooLarge e) {
      exchange.getMessage().setBody(tooLarge());
    } catch (org.apache.camel.InvalidPayloadException e) {
      throw new IOException("the file cannot be read", e);
    }
  }

  private IntakeResult tooLarge() {
    return new IntakeResult.Refused(
        413,
        List.of(
            Problem.of(
                ProblemCode.TOO_LARGE, Location.WHOLE, null, "up to " + spool.limit() + " bytes")),
        0);
  }

  /** The delivery that the name of an answer tells; 0 when it tells none of this party's. */
  private long delivery(Profile profile, String name) {
    var pattern = profile.response().settings().get("reference");
    if (pattern == null) {
      return 0;
    }
    var found = Pattern.compile(pattern).matcher(name);
    return found.find()
        ? Grouping.delivery(found.group(1))
            .flatMap(ledger::delivery)
            .map(DeliveryDetail::delivery)
            .filter(delivery -> delivery.recipient().equals(profile.id()))
            .map(delivery -> delivery.id())
            .orElse(0L)
        : 0;
  }

  /** An answer that was refused is told: nobody waits at the other end of a folder. */
  public void taken(Exchange exchange) {
    var party = exchange.getMessage().getHeader(FlowNames.PARTY, String.class);
    if (exchange.getProperty(FlowNames.INTAKE) instanceof IntakeResult.Refused refused) {
      var problems =
          refused.problems().stream()
              .map(problem -> problem.code().code() + " " + problem.location().text())
              .collect(Collectors.joining("; "));
      LOG.atWarn().addKeyValue("party", party).log("an answer was refused: {}", problems);
      ledger.note(party, "answer-refused", Map.of("problems", problems));
    }
  }
}
