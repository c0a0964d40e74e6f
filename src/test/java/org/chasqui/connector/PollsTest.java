package org.chasqui.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked for after a submission and what its answers mean, strategy by strategy. */
class PollsTest {

  @Test
  void pollsByAProtocolInSeveralParts() throws Exception {
    var settings =
        Map.of(
            "pollPath", "/serial?number={protocol.1}&year={protocol.2}",
            "protocolPointer", "/number /year");
    var connector = AnswersTest.connector("protocol-poll", settings);
    assertThat(
            connector.readSubmission(AnswersTest.answer(200, "{\"number\":\"7&8\",\"year\":2026}")))
        .isEqualTo(new Reading.Submitted("7&8 2026"));
    assertThat(connector.readSubmission(AnswersTest.answer(200, "{\"number\":\"78\"}")))
        .isInstanceOf(Reading.TryAgain.class);
    assertThat(connector.poll("7&8 2026", List.of()).uri().getRawQuery())
        .isEqualTo("number=7%268&year=2026");
  }

  @Test
  void pollsByTheProtocolFoundInJsonOrXml() throws Exception {
    var settings =
        Map.of(
            "pollPath",
            "/p/{protocol}/r",
            "protocolPointer",
            "/a/n",
            "waitingPointer",
            "/situacao",
            "waitingValue",
            "0");
    var connector = AnswersTest.connector("protocol-poll", settings);
    assertThat(connector.readSubmission(AnswersTest.answer(200, "{\"a\":{\"n\":\"x/1\"}}")))
        .isEqualTo(new Reading.Submitted("x/1"));
    assertThat(connector.readSubmission(AnswersTest.answer(200, "<a><n> 7 </n></a>")))
        .isEqualTo(new Reading.Submitted("7"));
    assertThat(connector.readSubmission(AnswersTest.answer(200, "{}")))
        .isInstanceOf(Reading.TryAgain.class);
    var call = connector.poll("x/1", List.of());
    assertThat(call.method()).isEqualTo("GET");
    assertThat(call.uri().getRawPath()).isEqualTo("/p/x%2F1/r");
    assertThat(connector.readPoll(null, AnswersTest.answer(200, "{\"situacao\":0}")))
        .isInstanceOf(Reading.StillWaiting.class);
    assertThat(connector.readPoll(null, AnswersTest.answer(204, "")))
        .isInstanceOf(Reading.StillWaiting.class);
    assertThat(connector.readPoll(null, AnswersTest.answer(404, "")))
        .isInstanceOf(Reading.StillWaiting.class);
    var done =
        "{\"situacao\":1,\"erros\":[{\"codigoMensagem\":\"ER001\",\"mensagem\":\"no\","
            + "\"numeroRemessa\":\"A\"}]}";
    var answered = (Reading.Answered) connector.readPoll(null, AnswersTest.answer(200, done));
    assertThat(new String(answered.document(), StandardCharsets.UTF_8)).isEqualTo(done);
    assertThat(answered.items()).extracting(ItemAnswer::itemId).containsExactly("A");
    assertThat(answered.items().getFirst().problems().getFirst().found()).isEqualTo("ER001 no");
  }

  /** The outcome is told once; then a query, of which the number is polled, and again. */
  @Test
  void asksByAQueryForWhatFollowsAnOutcomeThatIsToldOnce() throws Exception {
    var settings =
        Map.of(
            "pollPath", "/r/{protocol}",
            "protocolPointer", "/n",
            "waitingPointer", "/situacao",
            "waitingValue", "0",
            "queryPath", "/q",
            "queryBody", "{\"lote\":\"{key}\"}",
            "queryPointer", "/lote",
            "queryPollPath", "/a/{protocol}");
    var connector = AnswersTest.connector("protocol-poll", settings);
    assertThat(connector.poll("P1", List.of()).uri().getPath()).isEqualTo("/r/P1");
    var first = "{\"situacao\":1,\"lote\":\"L 7\"}";
    var told = (Reading.Answered) connector.readPoll("P1", AnswersTest.answer(200, first));
    assertThat(told.protocol()).isEqualTo("P1|L 7");

    var query = connector.poll("P1|L 7", List.of("A"));
    assertThat(query.method() + query.uri().getPath()).isEqualTo("POST/q");
    assertThat(new String(query.body(), StandardCharsets.UTF_8)).isEqualTo("{\"lote\":\"L 7\"}");
    assertThat(connector.readPoll("P1|L 7", AnswersTest.answer(200, "{\"n\":\"Q9\"}")))
        .isEqualTo(new Reading.Submitted("P1|L 7|Q9"));

    var poll = connector.poll("P1|L 7|Q9", List.of("A"));
    assertThat(poll.method() + poll.uri().getPath()).isEqualTo("GET/a/Q9");
    assertThat(connector.readPoll("P1|L 7|Q9", AnswersTest.answer(200, "{\"situacao\":0}")))
        .isInstanceOf(Reading.StillWaiting.class);
    var again =
        (Reading.Answered) connector.readPoll("P1|L 7|Q9", AnswersTest.answer(200, "{\"x\":1}"));
    assertThat(again.protocol()).isEqualTo("P1|L 7");
    // without the key in the outcome it goes on as before
    var keyless =
        (Reading.Answered) connector.readPoll("P1", AnswersTest.answer(200, "{\"situacao\":1}"));
    assertThat(keyless.protocol()).isNull();
  }

  @Test
  void asksForItemsByTheirIds() throws Exception {
    var connector = AnswersTest.connector("item-status", Map.of("statusPath", "/s?items={items}"));
    assertThat(connector.readSubmission(AnswersTest.answer(200, "<Awcheck/>")))
        .isInstanceOf(Reading.Submitted.class);
    assertThat(connector.poll(null, List.of("A", "B")).uri().getRawQuery())
        .isEqualTo("items=A%2CB");
    assertThat(connector.readPoll(null, AnswersTest.answer(200, "<Awstatus/>")))
        .isInstanceOf(Reading.StillWaiting.class);
    assertThat(
            connector.readPoll(null, AnswersTest.answer(200, "<Awstatus><Bol_status/></Awstatus>")))
        .isInstanceOfSatisfying(
            Reading.Answered.class,
            answered -> assertThat(answered.mediaType()).isEqualTo("application/xml"));
  }

  @Test
  void fetchesTheDetailsOfWhatIsListed() throws Exception {
    try (var hub =
        new HubStub(
            (exchange, body) -> {
              var query = exchange.getRequestURI().toString();
              HubStub.send(
                  exchange, 200, query.contains("none") ? "[]" : "[{\"id\":\"A.1\"},\"B.1\"]");
            })) {
      var settings = Map.of("listPath", "/l?items={items}", "detailPath", "/d/{id}");
      var profile = hub.profile(AnswersTest.NONE, HubStub.response("list-poll", settings));
      var connector = Connector.of(profile, new Secrets(Map.of()));
      assertThat(connector.poll("", List.of("A", "B")).uri().getPath()).isEqualTo("/d/A.1,B.1");
      var again = connector.poll("", List.of("none"));
      assertThat(again.uri().getPath()).isEqualTo("/l");
      assertThat(connector.readPoll(null, HubStub.make(again)))
          .isInstanceOf(Reading.StillWaiting.class);
      assertThat(connector.readPoll(null, AnswersTest.answer(200, "[{\"id\":\"x\",\"data\":{}}]")))
          .isInstanceOf(Reading.Answered.class);
    }
  }

  @Test
  void aListMayBeXmlThatIsToldByItsElement() throws Exception {
    try (var hub =
        new HubStub(
            (exchange, body) -> {
              var none = exchange.getRequestURI().toString().contains("none");
              var ids = none ? "" : "<d><r>A.1</r></d><d><r/></d><d><r>B.1</r></d>";
              HubStub.send(exchange, 200, "<s:e xmlns:s='u'><s:list>" + ids + "</s:list></s:e>");
            })) {
      var settings =
          Map.of(
              "listPath", "/l?items={items}",
              "detailPath", "/d/{id}",
              "listElement", "list",
              "listPointer", "//d/r");
      var profile = hub.profile(AnswersTest.NONE, HubStub.response("list-poll", settings));
      var connector = Connector.of(profile, new Secrets(Map.of()));
      assertThat(connector.poll("", List.of("A", "B")).uri().getPath()).isEqualTo("/d/A.1,B.1");
      var again = connector.poll("", List.of("none"));
      assertThat(again.uri().getPath()).isEqualTo("/l");
      assertThat(connector.readPoll("", HubStub.make(again)))
          .isInstanceOf(Reading.StillWaiting.class);
      assertThat(connector.readPoll("", AnswersTest.answer(200, "<details/>")))
          .isInstanceOf(Reading.Answered.class);
    }
  }
}
