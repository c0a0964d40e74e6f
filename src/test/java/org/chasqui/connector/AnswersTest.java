package org.chasqui.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.chasqui.message.ProblemCode;
import org.chasqui.profile.Authentication;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers to a submission mean. */
class AnswersTest {
  static final Authentication NONE = new Authentication("none", Map.of());

  static Connector connector(String strategy, Map<String, String> settings) {
    try (var hub = new HubStub((exchange, body) -> HubStub.send(exchange, 200, ""))) {
      var profile = hub.profile(NONE, HubStub.response(strategy, settings));
      return Connector.of(profile, new Secrets(Map.of()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connector push() {
    return connector("push", Map.of());
  }

  static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"408", "425", "429", "500", "502", "503", "504", "302"})
  void triesAgainWhatPasses(int status) {
    var answer = new HttpAnswer(status, Map.of("retry-after", List.of("7")), null);
    assertThat(push().readSubmission(answer))
        .isInstanceOfSatisfying(
            Reading.TryAgain.class, again -> assertThat(again.after()).hasSeconds(7));
  }

  @Test
  void readsADateToRetryAfter() {
    var past = Map.of("Retry-After", List.of("Wed, 21 Oct 2015 07:28:00 GMT"));
    assertThat(push().readSubmission(new HttpAnswer(503, past, null)))
        .isEqualTo(new Reading.TryAgain("the hub failed: 503", Duration.ZERO));
    var rubbish = Map.of("Retry-After", List.of("soon"));
    assertThat(push().readSubmission(new HttpAnswer(503, rubbish, null)))
        .isEqualTo(new Reading.TryAgain("the hub failed: 503", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "<a><b></a>", "hello", "\"text\"", "{} {}"})
  void triesAgainAfterAMalformedAnswer(String body) {
    assertThat(push().readSubmission(answer(200, body)))
        .isEqualTo(new Reading.TryAgain("the answer is malformed", null));
  }

  @Test
  void doesNotResolveEntities() {
    var body = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>";
    assertThat(push().readSubmission(answer(200, body))).isInstanceOf(Reading.TryAgain.class);
  }

  @Test
  void anyBytesGiveAReading() {
    var random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      var body = new byte[random.nextInt(40)];
      random.nextBytes(body);
      if (body.length > 0 && i % 2 == 0) {
        body[0] = (byte) (i % 4 == 0 ? '<' : '{');
      }
      var status = List.of(200, 400, 422, 500).get(i % 4);
      assertThat(push().readSubmission(new HttpAnswer(status, Map.of(), body))).isNotNull();
    }
  }

  @Test
  void refusesTheItemsThatProblemDetailsName() {
    var body =
        """
        {"title":"no","status":422,"errors":[
          {"code":"EAD-1201","pointer":"/3/data/contents","detail":"must be more","itemId":"A"},
          {"sourceCode":"X7","code":"EAD-9001","detail":"value 'Juan Pérez' not known","itemId":"A"},
          {"code":"EAD-1201","pointer":"/4","detail":"id 123.456.789-00 wrong","itemId":"B"}]}\
        """;
    var refused = (Reading.Refused) push().readSubmission(answer(422, body));
    assertThat(refused.items()).extracting(ItemAnswer::itemId).containsExactly("A", "B");
    assertThat(refused.items()).noneMatch(ItemAnswer::accepted);
    assertThat(refused.problems()).hasSize(3).allMatch(p -> p.code() == ProblemCode.PARTNER);
    var first = refused.problems().getFirst();
    assertThat(first.location().text()).isEqualTo("/3/data/contents");
    assertThat(first.found()).isEqualTo("EAD-1201 must be more");
    assertThat(refused.problems().get(1).found()).isEqualTo("X7 value … not known");
    assertThat(refused.problems().get(2).found()).isEqualTo("EAD-1201 id … wrong");
  }

  @Test
  void refusesAsAWholeWhenNoItemIsNamed() {
    var siscomex =
        "{\"code\":\"REMX-ER1\",\"message\":\"Lote\",\"detail\":[{\"code\":\"A\","
            + "\"message\":\"falta\",\"path\":\"/cnpjDeclarante\"}]}";
    var refused = (Reading.Refused) push().readSubmission(answer(422, siscomex));
    assertThat(refused.items()).isEmpty();
    assertThat(refused.problems().getFirst().location().text()).isEqualTo("/cnpjDeclarante");
    var bare = (Reading.Refused) push().readSubmission(answer(400, "<html>no"));
    assertThat(bare.problems().getFirst().found()).isEqualTo("HTTP 400");
    assertThat(bare.problems().getFirst().location().text()).isEqualTo("-");
  }

  @Test
  void refusesTheBillsThatACheckNamesEvenInAGoodAnswer() {
    var body =
        "<Awcheck><Result>INVALID</Result><Error><Bol_reference>A</Bol_reference>"
            + "<Path>/Awbolds/Bol_segment[2]</Path><Text>no office</Text></Error></Awcheck>";
    for (int status : new int[] {200, 422}) {
      var refused = (Reading.Refused) push().readSubmission(answer(status, body));
      assertThat(refused.items()).extracting(ItemAnswer::itemId).containsExactly("A");
      assertThat(refused.problems().getFirst().location().text())
          .isEqualTo("/Awbolds/Bol_segment[2]");
    }
    var valid = "<Awcheck><Result>VALID</Result></Awcheck>";
    assertThat(push().readSubmission(answer(200, valid))).isInstanceOf(Reading.AwaitPush.class);
  }

  @Test
  void refusesTheDeclarationThatAWcoResponseRejectsWithItsPointer() {
    var body =
        "<m:MetaData xmlns:m='urn:m'><Response xmlns='urn:r'><FunctionCode>03</FunctionCode><Error>"
            + "<Description>tariff</Description><ValidationCode>E12</ValidationCode>"
            + "<Pointer><DocumentSectionCode>42A</DocumentSectionCode></Pointer>"
            + "<Pointer><SequenceNumeric>2</SequenceNumeric>"
            + "<DocumentSectionCode>68A</DocumentSectionCode><TagID>137</TagID></Pointer></Error>"
            + "<Declaration><FunctionalReferenceID>A</FunctionalReferenceID></Declaration>"
            + "</Response></m:MetaData>";
    var refused = (Reading.Refused) push().readSubmission(answer(422, body));
    assertThat(refused.items()).extracting(ItemAnswer::itemId).containsExactly("A");
    var problem = refused.problems().getFirst();
    assertThat(problem.found()).isEqualTo("E12 tariff");
    assertThat(problem.location().text()).isEqualTo("/ (42A/68A[2]/137)");
  }

  @Test
  void callsTheDocumentsOfAPartyAtTheirOwnPathsInOneSession() throws Exception {
    var connector = connector("push", Map.of());
    var rule = rule("/other", HubStub.response("receipt", Map.of()));
    var other = connector.of(rule);
    assertThat(other).isSameAs(connector.of(rule)).isNotSameAs(connector);
    assertThat(other.submission(new byte[0], "x", "r", "k").uri().getPath()).isEqualTo("/other");
    assertThat(connector.submission(new byte[0], "x", "r", "k").uri().getPath())
        .isEqualTo("/submit");
    assertThat(other.readSubmission(answer(200, ""))).isEqualTo(new Reading.AwaitPush(null));
    assertThat(connector.of(rule(null, null))).isSameAs(connector);
  }

  private static DocumentRule rule(String path, Response response) {
    return new DocumentRule(
        "x", Set.of(), Set.of(), Set.of(), Set.of(), false, path, Map.of(), response);
  }

  @Test
  void takesDecisionsFromTheAnswerItself() {
    var connector = connector("synchronous", Map.of());
    assertThat(connector.readSubmission(answer(200, "[{\"id\":\"1\"}]")))
        .isInstanceOf(Reading.Answered.class);
    assertThat(connector.readSubmission(answer(200, ""))).isInstanceOf(Reading.TryAgain.class);
  }

  @Test
  void refusesAProfileThatNamesAnUnknownModuleOrLacksASetting() {
    assertThatThrownBy(() -> connector("telepathy", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown response strategy telepathy");
    assertThatThrownBy(() -> connector("item-status", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("item-status needs the setting statusPath");
  }
}
