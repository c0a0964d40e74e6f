package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a post's own system hands out, pushed at the door of a running gateway. */
class DataServicesTest {
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
    gateway.token("mej");
    gateway.start();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
  }

  @Test
  void aMailItemIsDeclaredAndItsEventIsOnTheTimeline() throws Exception {
    push("application/xml", mailItem(contents()));

    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
    assertThat(hub.calls().getFirst().body()).contains(ITEM).contains("Wool hat");
    await().atMost(PATIENCE).until(() -> timeline().contains("tracking-event"));
  }

  @Test
  void aMailItemWithoutContentsIsRefusedUntilAnOrderSuppliesThem() throws Exception {
    push("application/xml", mailItem(""));
    await().atMost(PATIENCE).until(() -> timeline().contains("/contents"));
    assertThat(hub.calls()).isEmpty();

    order();
    push("application/xml", mailItem("<CustomNo>1</CustomNo>"));

    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
    assertThat(hub.calls().getFirst().body()).contains("Ceramic mug").contains("chasqui.origins");
  }

  @Test
  void anEventOfJsonIsToldToTheParties() throws Exception {
    push("application/xml", mailItem(contents()));
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);

    push(
        "application/json",
        """
        {"Item":{"MailitemFid":"%s"},
         "Event":{"EventTypeCd":37,"LocationId":"MXMEXA","EventLocalDate":"2026-11-20T08:15:00"}}
        """
            .formatted(ITEM));

    // the first event came with the item
    await().atMost(PATIENCE).until(() -> timeline().split("\"tracking-event\"", -1).length > 2);
  }

  private String timeline() throws Exception {
    return gateway.get("cla", "/v1/items/" + ITEM).body();
  }

  private void push(String type, String document) throws Exception {
    var body = document.getBytes(StandardCharsets.UTF_8);
    var answer = gateway.post("cla", "/v1/interchanges", type, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private void order() throws Exception {
    var example = Path.of("config/schema/examples/marketplace-order.json");
    var order = (ObjectNode) JSON.readTree(Files.readAllBytes(example));
    var answer =
        gateway.post(
            "mej",
            "/v1/messages",
            "application/cloudevents+json",
            order.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var path = "/v1/interchanges/" + JSON.readTree(answer.body()).path("id").asText();
    await()
        .atMost(PATIENCE)
        .until(() -> gateway.get("mej", path).body().contains("\"INTERPRETED\""));
  }

  private static String contents() {
    return """
        <NatureTypeCd>31</NatureTypeCd>
        <ContentPieces><ContentPiece><Amount>45</Amount><CurrencyCd>USD</CurrencyCd>
          <Description>Wool hat</Description><HS>650500</HS><NetWeight>0.9</NetWeight><Number>2</Number>
        </ContentPiece></ContentPieces>
        """;
  }

  private static String mailItem(String contents) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <ips xmlns="http://upu.int/ips" InterfaceCode="IPS">
          <MailItem ItemId="%s">
            <ItemWeight>1.250</ItemWeight><Value>85.50</Value><CurrencyCd>USD</CurrencyCd>
            <ClassCd>C</ClassCd><OperatorCd>CLA</OperatorCd>
            <OrigCountryCd>CL</OrigCountryCd><DestCountryCd>MX</DestCountryCd>
            <PostingDt>2026-11-02T09:30:00</PostingDt>
            <Addressee><Name>Ana Perez</Name><AddressLine1>Reforma 1</AddressLine1><City>Mexico</City><CountryCd>MX</CountryCd></Addressee>
            <Sender><Name>Tienda Andina</Name><AddressLine1>Av. Providencia 2000</AddressLine1><City>Santiago</City><CountryCd>CL</CountryCd></Sender>
            %s
            <ItemEvent><IPSEvent><TNCd>1</TNCd><Date>2026-11-02T09:30:00</Date><OfficeCd>CLSCLA</OfficeCd></IPSEvent></ItemEvent>
          </MailItem>
        </ips>
        """
        .formatted(ITEM, contents);
  }
}
