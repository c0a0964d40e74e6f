package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.SharedFolder;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.PaymentStatus;
import org.junit.jupiter.api.Test;

/** What is written and read, held against the annexes of the authority's guide. */
class AtenaAnnexesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLDER = "samples/national/cr/";
  private static final List<String> ANNEXES =
      List.of(
          "annex1-api1-get-declaration-response.json",
          "annex2-api2-validate-request.json",
          "annex4-api3-assess-request.json");

  @Test
  void everyFieldThatIsWrittenIsOneOfTheAnnexes() throws IOException {
    var known = new TreeSet<String>();
    for (var annex : ANNEXES) {
      fields(JSON.readTree(annex(annex)), "", known);
    }
    var codec = NationalViews.encoder("atena-sad");
    var declarations = new Declarations(3, CaribbeanViews.CR);
    for (int i = 0; i < 50; i++) {
      var encoded = codec.encode(List.of(declarations.next()), NationalViews.encoding(codec));
      if (encoded.carriesAny()) {
        var written = new TreeSet<String>();
        fields(JSON.readTree(encoded.document()), "", written);
        assertThat(written).isNotEmpty();
        assertThat(known).containsAll(written);
      }
    }
  }

  @Test
  void readsTheDeclarationOfTheGuideAsDutyThatIsDue() throws IOException {
    var outcome = read("annex1-api1-get-declaration-response.json");
    assertThat(outcome.problems()).isEmpty();
    var decision = (CustomsDecision) outcome.items().getFirst().message().data();
    assertThat(decision.declaration().itemId()).isEqualTo("2400000001");
    assertThat(decision.declaration().customsReference()).isEqualTo("005 R 78 2024");
    assertThat(decision.status()).isEqualTo(DecisionStatus.DUTY_ASSESSED);
    assertThat(decision.duties()).hasSize(5);
    assertThat(decision.totalPayable().amount()).isEqualTo("1663.39");
    assertThat(decision.totalPayable().currencyCode()).isEqualTo("CRC");
    assertThat(decision.payment().statusCode()).isEqualTo(PaymentStatus.DUE);
  }

  @Test
  void aValidationNamesNoItemAndIsNoDecision() throws IOException {
    var outcome = read("annex3-api2-validate-response.json");
    assertThat(outcome.items().getFirst().message()).isNull();
    assertThat(outcome.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code().code()).isEqualTo("EAD-1201");
              assertThat(problem.location().text()).isEqualTo("/declarantReferenceNumber");
            });
  }

  private static Outcome read(String annex) throws IOException {
    var codec = NationalViews.decoder("atena-declaration");
    assertThat(codec.recognises(annex(annex))).isTrue();
    return Outcome.of(codec, new ByteArrayInputStream(annex(annex)));
  }

  private static byte[] annex(String name) throws IOException {
    return Files.readAllBytes(SharedFolder.path(FOLDER + name));
  }

  private static void fields(JsonNode node, String path, Set<String> to) {
    var each = new ArrayList<JsonNode>();
    node.properties()
        .forEach(
            field -> {
              to.add(path + "/" + field.getKey());
              fields(field.getValue(), path + "/" + field.getKey(), to);
            });
    if (node.isArray()) {
      node.forEach(each::add);
    }
    each.forEach(element -> fields(element, path + "/*", to));
  }
}
