package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.sandbox.StrictHubsTest.document;
import static org.chasqui.sandbox.StrictHubsTest.faults;
import static org.chasqui.sandbox.StrictHubsTest.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.profile.Format;
import org.chasqui.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hubs find that check by schemas of our own, and that their answers keep to them. */
class OwnSchemasTest {
  private static final Instant AT = Instant.parse("2026-11-03T12:00:00Z");

  @Test
  void sigaFindsTheHouseAtFault() throws Exception {
    var golden = "src/test/resources/golden/national/siga-import/item-of-a-dispatch/expected.xml";
    var document = Files.readString(Path.of(golden));
    var format = format(Region.profile("do"), null);
    assertThat(faults(format, document)).isEmpty();
    var broken = document.replace("<ConsigneeDocumentNo>", "<ConsigneeDocumentNo>-");
    assertThat(faults(format, broken))
        .isNotEmpty()
        .allSatisfy(
            fault -> {
              assertThat(fault.itemId()).isEqualTo("CP123456785CL");
              assertThat(fault.place()).isEqualTo("ConsigneeDocumentNo");
            });
  }

  @Test
  void sigaAddsUpTheValuesOfADeclaration() throws Exception {
    var golden = "src/test/resources/golden/national/siga-import-dua/item/expected.xml";
    var document = Files.readString(Path.of(golden));
    var format = format(Region.profile("do"), null);
    assertThat(faults(format, document)).isEmpty();
    assertThat(faults(format, document.replace("<TotalCIF>97.50<", "<TotalCIF>97.40<")))
        .containsExactly(
            new HubFormat.Fault("CP123456785CL", "TotalCIF", "SUM", "not the sum of its parts"));
  }

  @Test
  void ducaFindsTheDeclarationAtFaultInEitherForm() {
    for (var json : List.of(false, true)) {
      var profile = duca(json);
      var format = format(profile, null);
      var document = document(profile, 3);
      assertThat(faults(format, document)).isEmpty();
      var second = format.read(document.getBytes(StandardCharsets.UTF_8)).itemIds().get(1);
      var field = json ? "\"pesoBrutoTotal\":\"" : "<pesoBrutoTotal>";
      int at = document.indexOf(field, document.indexOf(second)) + field.length();
      var broken = document.substring(0, at) + "pesado " + document.substring(at);
      assertThat(faults(format, broken))
          .isNotEmpty()
          .allSatisfy(
              fault -> {
                assertThat(fault.itemId()).isEqualTo(second);
                assertThat(fault.place()).endsWith("pesoBrutoTotal");
                assertThat(fault.text()).doesNotContain("pesado");
              });
    }
  }

  @Test
  void ducaAnswersInEitherFormAsOurSchemasSay() throws Exception {
    var rulings =
        Stream.of(Verdict.values())
            .map(
                verdict ->
                    new Ruling("hn", "CP123456785CL", 1, verdict, AT, verdict == Verdict.DUTY))
            .toList();
    var folder = Region.CONFIG.resolve("formats/duca");
    var xml = format(duca(false), null).decisions(rulings);
    var xsd = XsdCheck.of(List.of(folder.resolve("duca-answer.xsd")), "Duca", "estado");
    assertThat(xsd.faults(xml)).isEmpty();
    var json = format(duca(true), null).decisions(rulings);
    var check = JsonCheck.of(folder.resolve("duca-answer.schema.json"));
    assertThat(check.faults(new ObjectMapper().readTree(json), place -> null)).isEmpty();
  }

  private static Profile duca(boolean json) {
    return HubsTest.with(
        Region.profile("hn"),
        json
            ? new Format("duca-json", "duca-json-answer", Map.of())
            : new Format("duca-xml", "duca-xml-answer", Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"commodityCode\":\"|\"commodityCode\":\"X|/items/0/commodityCode|pattern",
        "\"typeOfDeclaration\":|\"type\":|/typeOfDeclaration|required",
        "\"netMass\":|\"netMass\":9|/items/0/netMass|MASS",
        "\"invoiceLine\":1|\"invoiceLine\":\"1\"|/items/0/invoiceLine|type",
      })
  void atenaFindsTheFieldAtFault(String from, String to, String place, String code) {
    var profile = Region.profile("cr");
    var document = document(profile, 1);
    var broken = Broken.document(document, from, to);
    var format = format(profile, null);
    var itemId = format.read(document.getBytes(StandardCharsets.UTF_8)).itemIds().getFirst();
    assertThat(faults(format, broken))
        .anySatisfy(
            fault -> {
              assertThat(fault.itemId()).isEqualTo(itemId);
              assertThat(fault.place()).isEqualTo(place);
              assertThat(fault.code()).isEqualTo(code);
            });
  }
}
