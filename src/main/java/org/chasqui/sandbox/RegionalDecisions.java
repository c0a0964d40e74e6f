package org.chasqui.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.chasqui.codec.DecodeContext;
import org.chasqui.message.MessageKind;
import org.chasqui.message.PartyAddress;
import org.chasqui.profile.Identity;

/** Writes decisions as a batch of regional customs-decision messages. */
final class RegionalDecisions {
  private static final JsonFactory JSON = new JsonFactory();

  private final Identity hub;
  private final Function<Ruling, String> registration;
  private final Function<Ruling, String> liquidation;

  RegionalDecisions(Identity hub) {
    this(hub, Ruling::registration, ruling -> null);
  }

  /**
   * With numbers of the hub's own.
   *
   * @param registration number of a declaration
   * @param liquidation number under which its duties are paid, or null
   */
  RegionalDecisions(
      Identity hub, Function<Ruling, String> registration, Function<Ruling, String> liquidation) {
    this.hub = hub;
    this.registration = registration;
    this.liquidation = liquidation;
  }

  byte[] write(List<Ruling> rulings) {
    var out = new ByteArrayOutputStream(1024 * (rulings.size() + 1));
    try (var json = JSON.createGenerator(out)) {
      json.writeStartArray();
      for (var ruling : rulings) {
        event(json, ruling);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return out.toByteArray();
  }

  private void event(JsonGenerator json, Ruling ruling) throws IOException {
    var id = ruling.id();
    json.writeStartObject();
    json.writeStringField("specversion", "1.0");
    json.writeStringField("id", id);
    json.writeStringField("source", hub.address().urn());
    json.writeStringField("type", MessageKind.CUSTOMS_DECISION.type());
    json.writeStringField("subject", ruling.itemId());
    json.writeStringField("time", time(ruling));
    json.writeStringField("datacontenttype", "application/json");
    json.writeStringField("dataschema", MessageKind.CUSTOMS_DECISION.dataSchema());
    json.writeStringField("recipient", PartyAddress.GATEWAY.urn());
    json.writeStringField("correlationid", DecodeContext.stableId(ruling.itemId()));
    json.writeObjectFieldStart("data");
    data(json, ruling, id);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void data(JsonGenerator json, Ruling ruling, String id) throws IOException {
    json.writeStringField("decisionId", id);
    json.writeNumberField("version", Math.max(1, ruling.step()));
    json.writeObjectFieldStart("declaration");
    json.writeStringField("itemId", ruling.itemId());
    json.writeStringField("customsReference", registration.apply(ruling));
    json.writeEndObject();
    json.writeStringField("flow", "IMPORT");
    status(json, ruling);
    json.writeStringField("decidedAt", time(ruling));
    json.writeObjectFieldStart("authority");
    json.writeStringField("countryCode", hub.countryCode());
    json.writeStringField("agencyType", "CUSTOMS");
    json.writeEndObject();
    if (ruling.dutiable()) {
      duties(json, ruling);
    }
  }

  private static void status(JsonGenerator json, Ruling ruling) throws IOException {
    switch (ruling.verdict()) {
      case REGISTERED -> json.writeStringField("status", "REGISTERED");
      case RELEASED -> {
        json.writeStringField("status", "RELEASED");
        json.writeStringField("releasedAt", time(ruling));
      }
      case DUTY -> json.writeStringField("status", "DUTY_ASSESSED");
      case HELD -> {
        json.writeStringField("status", "HELD");
        list(json, "controlTypes", "PHYSICAL");
        reason(json, "EXAM", "physical examination");
      }
      case DOCUMENTS -> documents(json);
      case REFUSED -> {
        json.writeStringField("status", "REFUSED");
        reason(json, "PROHIBITED", "import not permitted");
      }
      case CANCELLED -> json.writeStringField("status", "CANCELLED");
      case RETURNED -> {
        json.writeStringField("status", "RETURN_TO_ORIGIN");
        reason(json, "ASKED", "return asked for");
      }
    }
  }

  private static void documents(JsonGenerator json) throws IOException {
    json.writeStringField("status", "HELD");
    list(json, "controlTypes", "DOCUMENTARY");
    reason(json, "DOCS", "invoice required");
    json.writeArrayFieldStart("requiredDocuments");
    json.writeStartObject();
    json.writeStringField("typeCode", "380");
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void list(JsonGenerator json, String name, String value) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeString(value);
    json.writeEndArray();
  }

  private static void reason(JsonGenerator json, String code, String text) throws IOException {
    json.writeArrayFieldStart("reasons");
    json.writeStartObject();
    json.writeStringField("code", code);
    json.writeStringField("text", text);
    json.writeStringField("languageCode", "en");
    json.writeEndObject();
    json.writeEndArray();
  }

  private void duties(JsonGenerator json, Ruling ruling) throws IOException {
    json.writeBooleanField("dutiable", true);
    json.writeArrayFieldStart("duties");
    json.writeStartObject();
    json.writeStringField("typeCode", "ADV");
    money(json, "baseAmount", ruling.base().toPlainString());
    json.writeStringField("rate", ruling.rate().toPlainString());
    json.writeStringField("rateUnit", "PERCENT");
    money(json, "payable", ruling.duty().toPlainString());
    json.writeEndObject();
    json.writeEndArray();
    money(json, "totalPayable", ruling.duty().toPlainString());
    json.writeObjectFieldStart("payment");
    var number = liquidation.apply(ruling);
    if (number != null) {
      json.writeStringField("reference", number);
    }
    json.writeStringField("collector", "POST");
    json.writeStringField("statusCode", ruling.verdict() == Verdict.DUTY ? "DUE" : "PAID");
    json.writeEndObject();
  }

  private void money(JsonGenerator json, String name, String amount) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("amount", amount);
    json.writeStringField("currencyCode", hub.currency());
    json.writeEndObject();
  }

  private static String time(Ruling ruling) {
    return ruling.at().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
