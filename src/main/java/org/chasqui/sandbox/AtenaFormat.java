package org.chasqui.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.profile.Profile;

/**
 * ATENA: one declaration a call, its registration at once, and the declaration read back by it with
 * status, colour, payment and release (national-caribbean-central-america §6). Names are those of
 * the annexes; of the statuses only {@code ST_ASSESSED} and {@code TO_BE_PAID} are, the others and
 * the form of a refusal are ours.
 */
final class AtenaFormat implements HubFormat {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long NUMBERS = 1_000_000_000_000L;

  private final String office;
  private final ZoneId zone;
  private final JsonCheck check;

  AtenaFormat(Profile profile, SandboxOptions options) {
    this.office = profile.format().settings().getOrDefault("officeCode", "005");
    this.zone = profile.identity().zone();
    this.check =
        options.strict()
            ? JsonCheck.of(options.config().resolve("formats/atena/sad.schema.json"))
            : null;
  }

  @Override
  public Submission read(byte[] document) {
    try {
      var sad = JSON.readTree(document);
      var itemId = sad.path("declarantReferenceNumber").asText(null);
      var faults = new ArrayList<Fault>();
      if (check != null) {
        faults.addAll(check.faults(sad, place -> itemId));
        sums(sad, itemId, faults);
      }
      return new Submission(itemId == null ? List.of() : List.of(itemId), faults, null);
    } catch (JsonProcessingException e) {
      return QuickScan.unreadable("JSON");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  /** Net masses are not above gross masses, of each line. */
  private static void sums(JsonNode sad, String itemId, List<Fault> faults) {
    var items = sad.path("items");
    for (int i = 0; i < items.size(); i++) {
      var gross = items.get(i).path("itemGrossMass").decimalValue();
      var net = items.get(i).path("netMass");
      if (net.isNumber() && net.decimalValue().compareTo(gross) > 0) {
        faults.add(new Fault(itemId, "/items/" + i + "/netMass", "MASS", "above the gross mass"));
      }
    }
  }

  /** A registration number; those of ATENA are shorter. */
  @Override
  public String protocol(String key) {
    return Long.toString(1 + Math.floorMod(ItemRegister.digest(key), NUMBERS));
  }

  @Override
  public HubAnswer receipt(String reference) {
    var answer = JSON.createObjectNode();
    answer.put("id", reference);
    registration(answer, reference, Instant.now());
    return HubAnswer.json(200, answer.toString());
  }

  private void registration(ObjectNode to, String number, Instant at) {
    to.put("officeOfDispatchExportCode", office);
    to.put("customsRegistrationNumber", number);
    to.put("customsRegistrationSerial", "R");
    to.put("customsRegistrationYear", at.atZone(zone).getYear());
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    return RegionalFormat.refused(faults);
  }

  @Override
  public HubAnswer notYet(Batch batch) {
    var registered =
        new Ruling(
            "",
            batch.itemIds().getFirst(),
            0,
            Verdict.REGISTERED,
            Instant.ofEpochMilli(batch.receivedAt()),
            false);
    return outcome(batch, List.of(registered), List.of());
  }

  /** The one declaration; who reads it twice gets it twice. */
  @Override
  public HubAnswer outcome(Batch batch, List<Ruling> rulings, List<Fault> faults) {
    return HubAnswer.json(200, declaration(batch.protocol(), rulings.getFirst()).toString());
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    var last = rulings.getLast();
    return declaration(protocol(last.itemId()), last).toString().getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode declaration(String number, Ruling ruling) {
    var sad = JSON.createObjectNode();
    var verdict = ruling.verdict();
    boolean due = verdict == Verdict.DUTY;
    sad.put("typeOfDeclaration", "IM");
    sad.put("declarantReferenceNumber", ruling.itemId());
    registration(sad, number, ruling.at());
    sad.put("status", status(verdict));
    sad.put("selectedColor", colour(verdict));
    sad.put("hasOffence", verdict == Verdict.REFUSED);
    sad.put("inspectionDocumentNumber", verdict == Verdict.HELD ? number : null);
    taxes(sad, ruling);
    sad.put("totalAmountToBePaid", due ? ruling.duty() : BigDecimal.ZERO);
    sad.put("paymentStatus", due ? "TO_BE_PAID" : null);
    sad.put("receiptNumber", ruling.dutiable() && !due ? ruling.registration() : null);
    sad.put("fullyReleased", verdict == Verdict.RELEASED);
    return sad;
  }

  private static void taxes(ObjectNode sad, Ruling ruling) {
    sad.putArray("itemTaxSum");
    var taxes = sad.putArray("globalTaxes");
    if (ruling.dutiable()) {
      taxes
          .addObject()
          .put("code", "DAI")
          .put("description", "Derechos arancelarios a la importación")
          .put("amount", ruling.duty())
          .put("baseAmount", ruling.base())
          .put("rate", ruling.rate());
    }
  }

  private static String status(Verdict verdict) {
    return switch (verdict) {
      case REGISTERED -> "ST_REGISTERED";
      case REFUSED, CANCELLED, RETURNED -> "ST_REJECTED";
      default -> "ST_ASSESSED";
    };
  }

  private static String colour(Verdict verdict) {
    return switch (verdict) {
      case HELD -> "RED";
      case DOCUMENTS -> "YELLOW";
      case RELEASED -> "GREEN";
      default -> null;
    };
  }

  @Override
  public String mediaType() {
    return "application/json";
  }
}
