package org.chasqui.codec.national;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.codec.Codec;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.asycuda.AsycudaCodecs;
import org.chasqui.codec.atena.AtenaCodecs;
import org.chasqui.codec.duca.DucaCodecs;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.codec.regional.RegionalCodecs;
import org.chasqui.codec.siscomex.SiscomexCodecs;
import org.chasqui.codec.upu.UpuCodecs;
import org.chasqui.codec.wco.WcoCodecs;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Money;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An authority says that duty is assessed, but not how much: the decision reaches the post. */
class DutyWithoutAmountsTest {
  private static final RecordChecker SCHEMA = RecordChecker.bundled();

  private record Answer(String codec, String document, String location) {
    @Override
    public String toString() {
      return codec;
    }
  }

  private static final String REGIONAL =
      """
      {"specversion":"1.0","id":"0199c0de-0000-7000-8000-000000000001",
       "source":"urn:lac-ead:party:PE:customs:SUNAT",
       "type":"lacead.customs-decision.issued.v1","subject":"CP123456785CL",
       "time":"2026-11-04T10:10:00-05:00","datacontenttype":"application/json",
       "dataschema":"urn:lac-ead:schema:customs-decision:1.0.0",
       "recipient":"urn:lac-ead:party:XX:gateway:CHASQUI",
       "correlationid":"0199c0de-0000-7000-8000-000000000002",
       "data":{"decisionId":"0199c0de-0000-7000-8000-000000000003","version":1,
        "declaration":{"itemId":"CP123456785CL"},"status":"DUTY_ASSESSED",%s
        "decidedAt":"2026-11-04T10:05:00-05:00",
        "authority":{"countryCode":"PE","name":"SUNAT","agencyType":"CUSTOMS"}}}
      """;

  private static final String DUCA_XML =
      "<Declaraciones xmlns=\"urn:chasqui:duca:1\"><Duca><referenciaDeclarante>CP123456785CL"
          + "</referenciaDeclarante>%s<estado>30</estado></Duca></Declaraciones>";

  private static final String DUCA_JSON =
      "{\"esquema\":\"urn:chasqui:duca:1\",\"declaraciones\":[{\"referenciaDeclarante\":"
          + "\"CP123456785CL\",%s\"estado\":\"30\"}]}";

  private static final String CUSRSP =
      """
      UNA:+.? '
      UNB+UNOC:3+RFB+J1CCLA:58+261104:1010+1++CUSRSP'
      UNH+1+CUSRSP:D:00A:UN:M44'
      BGM+962+BR1+11'
      DTM+137:202611041010:203'
      NAD+MS+RFB:160'
      DOC+976+CP123456785CL'
      GIS+1:::DUTY_ASSESSED'
      %sCNT+10:1'
      UNT+%d+1'
      UNZ+1+1'
      """;

  static Stream<Answer> withoutAmounts() {
    return Stream.of(
        new Answer(
            "siscomex-consulta",
            "{\"numeroProtocolo\":\"1\",\"manifestos\":[{\"remessas\":[{\"numeroRemessa\":"
                + "\"CP123456785CL\",\"situacao\":\"30\"}]}]}",
            "/manifestos/0/remessas/0/situacao"),
        new Answer(
            "asycuda-status",
            "<Awstatus><Bol_status><Bol_reference>CP123456785CL</Bol_reference>"
                + "<Status>30</Status></Bol_status></Awstatus>",
            "/Awstatus/Bol_status[1]/Status"),
        new Answer(
            "wco-response",
            "<MetaData><Response><FunctionCode>30</FunctionCode><Declaration>"
                + "<FunctionalReferenceID>CP123456785CL</FunctionalReferenceID></Declaration>"
                + "</Response></MetaData>",
            "/MetaData/Response[1]/FunctionCode (07B/017)"),
        new Answer("duca-xml-answer", DUCA_XML.formatted(""), "/Declaraciones/Duca[1]/estado"),
        new Answer("duca-json-answer", DUCA_JSON.formatted(""), "/declaraciones/0/estado"),
        new Answer(
            "atena-declaration",
            "{\"declarantReferenceNumber\":\"CP123456785CL\",\"status\":\"30\","
                + "\"totalAmountToBePaid\":3.5}",
            "/status"),
        new Answer("regional-json", REGIONAL.formatted(""), "/status"),
        new Answer(
            "upu-edifact",
            CUSRSP.formatted("", 8),
            "message 1 segment 6 GIS element 1 component 4"));
  }

  static Stream<Answer> withoutTotal() {
    return Stream.of(
        new Answer(
            "siscomex-consulta",
            "{\"numeroProtocolo\":\"1\",\"manifestos\":[{\"remessas\":[{\"numeroRemessa\":"
                + "\"CP123456785CL\",\"situacao\":\"30\",\"remessaConforme\":{"
                + "\"valorProvICMS\":\"4.10\"}}]}]}",
            "0"),
        new Answer(
            "duca-xml-answer",
            DUCA_XML.formatted(
                "<liquidacionGeneral><tributos>"
                    + "<tributo><tipo>DAI</tipo><total>1.50</total></tributo>"
                    + "<tributo><tipo>ISV</tipo><total>2.00</total></tributo>"
                    + "</tributos></liquidacionGeneral>"),
            "3.50"),
        new Answer(
            "regional-json",
            REGIONAL.formatted(
                "\"duties\":["
                    + "{\"typeCode\":\"CUD\",\"payable\":{\"amount\":\"1.50\",\"currencyCode\":\"USD\"}},"
                    + "{\"typeCode\":\"VAT\",\"payable\":{\"amount\":\"2.00\",\"currencyCode\":\"USD\"}}],"),
            "3.50"),
        new Answer(
            "upu-edifact",
            CUSRSP.formatted("TAX+1+CUD'\nMOA+55:1.50:USD'\nTAX+1+VAT'\nMOA+55:2.00:USD'\n", 12),
            "3.50"));
  }

  @ParameterizedTest
  @MethodSource("withoutAmounts")
  void keepsTheDecisionAsAssessmentCompleteWithALocatedWarning(Answer answer) throws IOException {
    var decoded = decoded(answer);

    var decision = (CustomsDecision) decoded.message().data();
    assertThat(decision.status()).isEqualTo(DecisionStatus.ASSESSMENT_COMPLETE);
    assertThat(SCHEMA.check(decision)).isEmpty();
    assertThat(decoded.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.TARGET_NEEDS);
              assertThat(problem.severity()).isEqualTo(Severity.WARNING);
              assertThat(problem.location().text()).isEqualTo(answer.location());
            });
  }

  @ParameterizedTest
  @MethodSource("withoutTotal")
  void sumsTheDutiesWhereOnlyTheTotalIsMissing(Answer answer) throws IOException {
    var decoded = decoded(answer);

    var decision = (CustomsDecision) decoded.message().data();
    assertThat(decision.status()).isEqualTo(DecisionStatus.DUTY_ASSESSED);
    assertThat(decision.totalPayable()).extracting(Money::amount).isEqualTo(answer.location());
    assertThat(SCHEMA.check(decision)).isEmpty();
    assertThat(decoded.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[null]",
        "[{}]",
        "[5]",
        "5",
        "[{\"typeCode\":\"CUD\",\"payable\":{\"amount\":\"x\",\"currencyCode\":\"USD\"}}]",
        "[{\"typeCode\":\"CUD\",\"payable\":{\"amount\":null,\"currencyCode\":\"USD\"}}]",
        "[{\"typeCode\":\"CUD\",\"payable\":{\"amount\":\"1e999999999\",\"currencyCode\":\"USD\"}}]",
        "[{\"typeCode\":\"CUD\",\"payable\":{\"amount\":\"1\"}}]"
      })
  void leavesDutiesThatAreNoneToTheSchema(String duties) throws IOException {
    var document = REGIONAL.formatted("\"duties\":" + duties + ",");

    var decoded = item(new Answer("regional-json", document, null));

    assertThat(decoded.message()).isNull();
    assertThat(decoded.problems())
        .anyMatch(
            problem ->
                problem.code() == ProblemCode.SCHEMA
                    && problem.location().text().startsWith("/duties"));
  }

  private static Decoded decoded(Answer answer) throws IOException {
    var item = item(answer);
    assertThat(item.message()).as("%s", item.problems()).isNotNull();
    return item;
  }

  private static Decoded item(Answer answer) throws IOException {
    var items = new ArrayList<Decoded>();
    var context =
        new DecodeContext(
            view(), "urn:lac-ead:party:XX:gateway:CHASQUI", NationalViews.AT, "answer-1");
    decoder(answer.codec())
        .decode(
            new ByteArrayInputStream(answer.document().getBytes(UTF_8)),
            context,
            new Decoder.Sink() {
              @Override
              public void item(Decoded decoded) {
                items.add(decoded);
              }

              @Override
              public void end(DocumentEnd end) {
                assertThat(end.problems()).isEmpty();
              }
            });
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  private static Decoder decoder(String name) {
    return Stream.<List<? extends Codec>>of(
            SiscomexCodecs.all(),
            AsycudaCodecs.all(),
            WcoCodecs.all(),
            DucaCodecs.all(),
            AtenaCodecs.all(),
            RegionalCodecs.all(),
            UpuCodecs.all())
        .flatMap(List::stream)
        .filter(codec -> codec instanceof Decoder && codec.name().equals(name))
        .map(Decoder.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static ProfileView view() {
    var br = SouthernViews.BR;
    var codes = new HashMap<>(br.codes());
    codes.put(AnswerDecisions.STATUS_MAP, Map.of("30", "DUTY_ASSESSED"));
    return new ProfileView(
        br.party(),
        br.urn(),
        br.name(),
        br.countryCode(),
        br.currency(),
        br.zone(),
        br.languages(),
        br.settings(),
        codes,
        br.confirmed());
  }
}
