package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole way of a message through a running gateway; run on each backbone and ledger. */
abstract class PipelineContract extends PipelineMessagesContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void keepsTheAcknowledgementOfAPostAndAnswersItWithNone() throws Exception {
    gateway.start();
    var contrl =
        """
        UNB+UNOC:3+J1CCLA:58+CHASQUI+261104:1900+K1++CONTRL'
        UNH+1+CONTRL:D:3:UN'
        UCI+C1+CHASQUI+J1CCLA:58+7'
        UNT+3+1'
        UNZ+1+K1'
        """;

    var answer = post("cla", contrl.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(answer.statusCode()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .until(
            () -> of("cla", answer.body()).at("/interchange/state").asText().equals("INTERPRETED"));
    assertThat(of("cla", answer.body()).path("problems")).isEmpty();
    assertThat(entries().findValuesAsText("document")).isEmpty();
  }

  @Test
  void answersDuplicateOverEitherDoorAndRefusesOtherContent() throws Exception {
    gateway.start();
    var document = Edi.itmatt("R2", "MX", List.of(ITEM));
    var first = JSON.readTree(post("cla", document).body());
    var again = post("cla", document);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(again.body()).path("status").asText()).isEqualTo("DUPLICATE");
    assertThat(JSON.readTree(again.body()).path("id")).isEqualTo(first.path("id"));
    assertThat(drop("same.edi", document)).startsWith("DUPLICATE " + first.path("id").asText());
    var other = post("cla", Edi.itmatt("R2", "MX", List.of(SECOND)));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("EAD-1003");
  }

  @Test
  void takesAFileOfTheFolderDoor() throws Exception {
    gateway.start();
    assertThat(drop("one.edi", Edi.itmatt("R3", "MX", List.of(ITEM)))).startsWith("ACCEPTED ");
    awaitCalls(1);
  }

  @Test
  void losesOnlyTheBadItemOfAnInterchange() throws Exception {
    gateway.start();
    var document =
        new String(Edi.itmatt("R4", "MX", List.of(ITEM, SECOND)), StandardCharsets.ISO_8859_1)
            .replaceFirst("MEA\\+WT\\+G\\+KGM:1.250", "MEA+WT+G+KGM:a lot");
    var answer = post("cla", document.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(answer.statusCode()).isEqualTo(202);
    awaitCalls(1);
    assertThat(hub.calls().getFirst().body()).contains(SECOND).doesNotContain(ITEM);
    var status = of("cla", answer.body());
    assertThat(status.path("interchange").path("state").asText()).isEqualTo("PARTLY_REFUSED");
    assertThat(status.path("problems").toString()).contains("EAD-13").contains("MEA");
  }

  @Test
  void triesAgainWithTheSameKeyUntilTheHubTakesIt() throws Exception {
    hub.behave(
        call -> TinyHub.Reply.json(hub.calls().size() < 3 ? 503 : 202, "{\"reference\":\"MX-9\"}"));
    gateway
        .edit("administrations/mx.yaml", "(?m)^limits:\\n", "limits:\n  firstBackoff: PT0.01S\n")
        .start();
    push("R5", List.of(ITEM));
    awaitCalls(3);
    assertThat(hub.calls().stream().map(call -> call.header("Idempotency-key")).distinct())
        .hasSize(1);
  }

  @Test
  void showsEveryCallToAHubAsAnAttempt() throws Exception {
    hub.behave(
        call -> TinyHub.Reply.json(hub.calls().size() < 2 ? 503 : 202, "{\"reference\":\"MX-3\"}"));
    gateway
        .edit("administrations/mx.yaml", "(?m)^limits:\\n", "limits:\n  firstBackoff: PT0.01S\n")
        .start();
    push("R8", List.of(ITEM));
    await().atMost(PATIENCE).until(() -> delivered() == 1);
    var timeline = item();
    assertThat(timeline.findValuesAsText("type")).contains("delayed");
  }

  @Test
  void goesOnAfterARestartWithWhatWasAccepted() throws Exception {
    hub.behave(call -> TinyHub.Reply.json(503, "{}"));
    gateway.start();
    push("R6", List.of(ITEM));
    await().atMost(PATIENCE).until(() -> !hub.calls().isEmpty());
    hub.behave(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-2\"}"));
    gateway.restart();
    await().atMost(PATIENCE).until(() -> delivered() == 1);
  }

  @Test
  void refusesWhatCannotBeReadAndWhoMayNot() throws Exception {
    gateway.start();
    assertThat(post("cla", new byte[0]).statusCode()).isEqualTo(400);
    assertThat(post("cla", new byte[] {1, 2, 3}).statusCode()).isEqualTo(415);
    var foreign = post("pea", Edi.itmatt("R7", "MX", List.of(ITEM)));
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.body()).contains("EAD-3003").contains("J1CCLA");
    assertThat(
            gateway
                .post(null, "/v1/interchanges", "application/edifact", new byte[] {1})
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void takesNoTokenFromTheQuery() throws Exception {
    gateway.start();
    var path = "/v1/interchanges?Authorization=Bearer%20" + gateway.token("cla");
    var document = Edi.itmatt("R9", "MX", List.of(ITEM));
    assertThat(gateway.post(null, path, "application/edifact", document).statusCode())
        .isEqualTo(401);
  }

  private String drop(String name, byte[] document) throws Exception {
    var inbox = Files.createDirectories(gateway.data().resolve("inbox/cla"));
    Files.write(inbox.resolve(name + ".part"), document);
    Files.move(inbox.resolve(name + ".part"), inbox.resolve(name));
    var answer = gateway.data().resolve("inbox/.answers/cla/" + name + ".txt");
    await().atMost(PATIENCE).until(() -> Files.exists(answer));
    return Files.readString(answer);
  }
}
