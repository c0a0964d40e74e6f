package org.chasqui.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.regional.SchemaValidator;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.profile.Profile;

/** Regional messages in CloudEvents JSON, single or in batches (config/schema). */
final class RegionalFormat implements HubFormat {
  private static final JsonMapper JSON = new JsonMapper();

  private final SchemaValidator schemas;
  private final RegionalDecisions decisions;

  RegionalFormat(Profile profile, SandboxOptions options) {
    this.schemas = options.strict() ? SchemaValidator.of(options.config().resolve("schema")) : null;
    this.decisions = new RegionalDecisions(profile.identity());
  }

  @Override
  public Submission read(byte[] document) {
    if (schemas == null) {
      return QuickScan.jsonTexts(document, "subject");
    }
    try {
      var root = JSON.readTree(document);
      var events = root.isArray() ? root : JSON.createArrayNode().add(root);
      var itemIds = new ArrayList<String>();
      var faults = new ArrayList<Fault>();
      for (int i = 0; i < events.size(); i++) {
        read(events.get(i), root.isArray() ? "/" + i : "", itemIds, faults);
      }
      return new Submission(itemIds, faults, null);
    } catch (JsonProcessingException e) {
      return QuickScan.unreadable("JSON");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  private void read(JsonNode event, String at, List<String> itemIds, List<Fault> faults) {
    var kind = MessageKind.ofType(event.path("type").asText());
    var subject = event.path("subject").asText(null);
    if (kind.isEmpty() || subject == null) {
      faults.add(new Fault(subject, at + "/type", "EAD-1201", "must be a known type with subject"));
      return;
    }
    if (kind.get() == MessageKind.ITEM_DECLARATION) {
      itemIds.add(subject);
    }
    for (var problem : schemas.check(kind.get(), event.path("data"))) {
      if (problem.isError()) {
        faults.add(fault(subject, at, problem));
      }
    }
  }

  private static Fault fault(String subject, String at, Problem problem) {
    return new Fault(
        subject,
        at + "/data" + problem.location().text(),
        problem.code().code(),
        "must be " + problem.expected());
  }

  @Override
  public HubAnswer receipt(String reference) {
    return HubAnswer.json(
        202, "{\"reference\":\"%s\",\"status\":\"ACCEPTED\"}".formatted(reference));
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    return refused(faults);
  }

  /** Problem details with an error for each fault. */
  static HubAnswer refused(List<Fault> faults) {
    var problem = JSON.createObjectNode();
    problem.put("type", "urn:lac-ead:problem:schema-invalid");
    problem.put("title", "Message does not match its schema");
    problem.put("status", 422);
    problem.put("stage", "VALIDATE");
    problem.put("retryable", false);
    var errors = problem.putArray("errors");
    for (var fault : faults) {
      var error = errors.addObject();
      error.put("code", fault.code().startsWith("EAD-") ? fault.code() : "EAD-9001");
      error.put("severity", "ERROR");
      error.put("pointer", fault.place());
      error.put("detail", fault.text());
      error.put("sourceCode", fault.code());
      error.put("itemId", fault.itemId());
    }
    var body = problem.toString().getBytes(StandardCharsets.UTF_8);
    return HubAnswer.of(422, "application/problem+json", body);
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    return decisions.write(rulings);
  }

  @Override
  public String mediaType() {
    return "application/cloudevents-batch+json";
  }
}
