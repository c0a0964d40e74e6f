package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of a marketplace and declarations of a post in a running gateway. */
class MarketplaceTest {
  private static final String ITEM = "CP123456785CL";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private TinyHub hub;
  private TestGateway gateway;

  @BeforeEach
  void start() throws Exception {
    hub = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
    gateway = new TestGateway(folder).only("mx", "cla", "pea").hub("mx", hub);
    var marketplaces = Files.createDirectories(folder.resolve("home/config/marketplaces"));
    Files.copy(Path.of("docs/formats/examples/marketplace.yaml"), marketplaces.resolve("mej.yaml"));
    // before the start: the gateway reads the tokens once
    gateway.token("mej");
    gateway.start();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
  }

  @Test
  void anOrderCompletesTheDeclarationThatComesAfterIt() throws Exception {
    send("mej", order(ITEM));

    declare("R1");

    var data = JSON.readTree(hub.calls().getFirst().body()).findValue("data");
    assertThat(data.at("/prepaidTax/registrationId").asText()).isEqualTo("R-2026-0042");
    assertThat(data.at("/eCommerce/orderId").asText()).isEqualTo("ME-998877");
    assertThat(data.at("/itemCategory").asText()).isEqualTo("GIFT");
    var origins = data.at("/extensions").path("chasqui.origins");
    assertThat(origins.path("*").asText()).isEqualTo("urn:lac-ead:party:CL:post:CLA");
    assertThat(origins.path("/prepaidTax").asText()).isEqualTo("urn:lac-ead:party:CL:other:MEJ");
  }

  @Test
  void thePostSeesWhereTheOrderContradictsIt() throws Exception {
    send("mej", order(ITEM));

    var problems = declare("R1").path("problems");

    assertThat(StreamSupport.stream(problems.spliterator(), false))
        .filteredOn(problem -> problem.path("code").asText().equals("EAD-2110"))
        .extracting(problem -> problem.toString().contains("/itemCategory"))
        .containsOnlyOnce(true);
  }

  @Test
  void anOrderOfAnotherItemCompletesNothing() throws Exception {
    send("mej", order("RR473124829GB"));

    declare("R1");

    assertThat(hub.calls().getFirst().body())
        .doesNotContain("prepaidTax")
        .doesNotContain("origins");
  }

  @Test
  void aPostOfAnotherCountryLearnsNothingOfAnOrder() throws Exception {
    send("mej", order(ITEM));
    var example = Path.of("config/schema/examples/item-declaration.json");
    var declaration = (ObjectNode) JSON.readTree(Files.readAllBytes(example));
    declaration.put("source", "urn:lac-ead:party:PE:post:PEA");
    var data = (ObjectNode) declaration.path("data");
    data.put("destinationCountryCode", "MX").remove("eCommerce");
    ((ObjectNode) data.at("/recipient/address")).put("countryCode", "MX").remove("subdivisionCode");

    send("pea", declaration);

    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
    assertThat(hub.calls().getFirst().body())
        .contains(ITEM)
        .doesNotContain("prepaidTax")
        .doesNotContain("ME-998877");
  }

  @Test
  void anOrderIsFoundByTheTrackingNumberOfItsSeller() throws Exception {
    var order = order(ITEM);
    order.put("subject", "CL-000042");
    ((ObjectNode) order.path("data")).put("trackingNumber", "CL-000042").remove("itemId");
    send("mej", order);

    var document =
        new String(Edi.itmatt("R9", "MX", List.of(ITEM)), StandardCharsets.ISO_8859_1)
            .replace("NAD+CZ", "RFF+CU:CL-000042'\nNAD+CZ")
            .replaceFirst("UNT\\+(\\d+)", "UNT+23");
    var answer =
        gateway.post(
            "cla",
            "/v1/interchanges",
            "application/edifact",
            document.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var interchange = interpreted("cla", answer.body());
    assertThat(interchange.path("problems").toString()).doesNotContain("ERROR");
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
    assertThat(hub.calls().getFirst().body()).contains("R-2026-0042");
  }

  @Test
  void onlyAMarketplaceSendsOrders() throws Exception {
    var order = order(ITEM);
    order.put("source", "urn:lac-ead:party:CL:post:CLA");

    var interchange = send("cla", order);

    assertThat(interchange.path("problems").toString()).contains("EAD-3003");
    declare("R1");
    assertThat(hub.calls().getFirst().body()).doesNotContain("prepaidTax");
  }

  @Test
  void aMarketplaceDeclaresNothing() throws Exception {
    var example = Path.of("config/schema/examples/item-declaration.json");
    var declaration = (ObjectNode) JSON.readTree(Files.readAllBytes(example));
    declaration.put("source", "urn:lac-ead:party:CL:other:MEJ");

    var interchange = send("mej", declaration);

    assertThat(interchange.path("problems").toString()).contains("EAD-3003");
    assertThat(interchange.path("interchange").path("state").asText()).isEqualTo("REFUSED");
  }

  @Test
  void anOrderAgainstItsSchemaIsRefusedWithThePlace() throws Exception {
    var order = order(ITEM);
    ((ObjectNode) order.path("data").path("lines").path(0)).put("hsCode", "6109");

    var interchange = send("mej", order);

    assertThat(interchange.path("problems").toString())
        .contains("EAD-1201")
        .contains("/lines/0/hsCode");
  }

  private static ObjectNode order(String itemId) throws Exception {
    var example = Path.of("config/schema/examples/marketplace-order.json");
    var order = (ObjectNode) JSON.readTree(Files.readAllBytes(example));
    order.put("subject", itemId);
    ((ObjectNode) order.path("data")).put("itemId", itemId).remove("trackingNumber");
    return order;
  }

  /** Sends a message and waits until it is interpreted. */
  private JsonNode send(String party, ObjectNode message) throws Exception {
    var body = message.toString().getBytes(StandardCharsets.UTF_8);
    var answer = gateway.post(party, "/v1/messages", "application/cloudevents+json", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return interpreted(party, answer.body());
  }

  private JsonNode declare(String reference) throws Exception {
    var document = Edi.itmatt(reference, "MX", List.of(ITEM));
    var answer = gateway.post("cla", "/v1/interchanges", "application/edifact", document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
    return interpreted("cla", answer.body());
  }

  private JsonNode interpreted(String party, String accepted) throws Exception {
    var path = "/v1/interchanges/" + JSON.readTree(accepted).path("id").asText();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                List.of("INTERPRETED", "PARTLY_REFUSED", "REFUSED")
                    .contains(
                        JSON.readTree(gateway.get(party, path).body())
                            .path("interchange")
                            .path("state")
                            .asText()));
    return JSON.readTree(gateway.get(party, path).body());
  }
}
