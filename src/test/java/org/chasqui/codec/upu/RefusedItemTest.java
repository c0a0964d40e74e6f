package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.edifact.InterchangeReport;
import org.chasqui.codec.edifact.Refusals;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule refuses is told at the data element that it was read from. */
class RefusedItemTest {

  @ParameterizedTest
  @CsvSource({
    "itmatt, /itemId, CNI element 2 component 1",
    "itmatt, /function, CNI element 2 component 1",
    "itmatt, /declaredValue/amount, MOA element 1 component 2",
    "itmatt, /destinationCountryCode, LOC element 2 component 1",
    "itmatt, /itemCategory, TSR element 4 component 1",
    "itmatt, /sender/identifiers/0/value, RFF element 1 component 2",
    "itmatt, /recipient/identifiers/0, RFF element 1 component 2",
    "itmatt, /recipient/address/countryCode, NAD element 9 component 1",
    "itmatt, /recipient/name, NAD element 4 component 1",
    "itmatt, /contents/1/hsCode, CST element 2 component 1",
    "itmatt, /contents/1/value/amount, MOA element 1 component 2",
    "itmatt, /contents/99999999999/hsCode, CNI element 2 component 1",
    "itmatt, '', CNI element 2 component 1",
    "predes, /receptacles/0/receptacleId, CNI element 2 component 1",
    "predes, /legs/0/departure, LOC element 2 component 1",
    "predes, /nothing, BGM element 2 component 1",
    "cusrsp, /declaration/itemId, DOC element 2 component 1",
    "cusrsp, /duties/0/payable/amount, MOA element 1 component 2",
    "refrsp, /referralId, RFF element 1 component 2",
  })
  void theFieldIsFoundByWhatTheLayoutSays(String name, String pointer, String place)
      throws IOException {
    var origin = items(name).getFirst().origin();

    assertThat(origin.at(pointer).text()).endsWith(place);
  }

  @ParameterizedTest
  @CsvSource({
    "/recipient/identifiers/0, 'RFF+AHP:39053344705'",
    "/sender/phone, 'COM+?+56221234567:TE'",
    "/contents/0/originCountryCode, 'LOC+27+PE'",
    "/contents/1/originCountryCode, 'LOC+27+CL'",
    "/insuredValue, 'MOA+44:100.00:USD'"
  })
  void ofSeveralAlikeThatOfTheFieldIsFound(String pointer, String segment) throws IOException {
    var document = Files.readString(input("itmatt"), ISO_8859_1);
    var lines = document.lines().map(line -> line.replaceFirst("'$", "")).toList();

    var at = (Location.InEdifact) items("itmatt").getFirst().origin().at(pointer);

    assertThat(lines.get(lines.indexOf(unh(lines)) + at.segment() - 1)).isEqualTo(segment);
  }

  private static String unh(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("UNH")).findFirst().orElseThrow();
  }

  @Test
  void anEventOfSeveralIsToldAtItsOwnStatus() throws IOException {
    var items = items("resdes");

    assertThat(items.get(0).origin().at("/occurredAt").text()).contains("segment 8 DTM");
    assertThat(items.get(1).origin().at("/occurredAt").text()).contains("segment 12 DTM");
    assertThat(items.get(1).origin().at("/eventId").text())
        .endsWith("segment 11 STS element 2 component 1");
  }

  @Test
  void oneRefusedOfThreeItemsIsReportedAndTheMessageAcknowledged() throws IOException {
    var reading = Reading.of(Files.readAllBytes(input("bad-one-of-three-items")));
    var refused = reading.items().stream().filter(item -> item.message() != null).toList();
    assertThat(refused).hasSize(2);

    assertThat(control(reading.report(), refused.subList(1, 2)))
        .contains("+7'\nUCM+1+ITMATT:D:00A:UN:M33+2'\nUCS+48'\nUCD+37+2:2'\nUCS+")
        .contains("'\nUCD+12+3:1'\nUNT");
  }

  @Test
  void whenNothingIsLeftTheMessageAndTheInterchangeAreRejected() throws IOException {
    var reading = Reading.of(Files.readAllBytes(input("bad-one-of-three-items")));
    var refused = reading.items().stream().filter(item -> item.message() != null).toList();

    assertThat(control(reading.report(), refused))
        .contains("UCI+ITM000000001+J1CCLA:58+J1CBRA:58+4'\nUCM+1+ITMATT:D:00A:UN:M33+4'\n");
  }

  @Test
  void aGroupOfWhichNothingIsLeftIsRejected() throws IOException {
    var reading = Reading.of(Files.readAllBytes(input("groups-acknowledged")));
    var first = reading.items().getFirst();
    var ofFirstGroup =
        reading.items().stream().filter(item -> group(item) == group(first)).toList();

    var control = control(reading.report(), ofFirstGroup);

    var ucf = control.lines().filter(line -> line.startsWith("UCF")).toList();
    assertThat(ucf.getFirst()).endsWith("+4'");
    assertThat(ucf.subList(1, ucf.size())).allMatch(line -> line.endsWith("+7'"));
  }

  private static int group(Decoded item) {
    return ((org.chasqui.codec.edifact.ItemOrigin) item.origin()).functionalGroup();
  }

  @Test
  void aMessageThatTheReportLeavesOutIsToldWhenItsItemIsRefused() throws IOException {
    var sample = Files.readString(input("itmatt-cancellation-with-cni-alone"), ISO_8859_1);
    var message = sample.substring(sample.indexOf("UNH"), sample.indexOf("UNZ"));
    var many = new StringBuilder(sample.substring(0, sample.indexOf("UNH")));
    for (int i = 1; i <= 700; i++) {
      many.append(
          message
              .replace("UNH+1+", "UNH+" + i + "+")
              .replaceFirst("(UNT\\+\\d+\\+)1'", "$1" + i + "'")
              .replaceFirst("CNI\\+1\\+[A-Z0-9]+", "CNI+1+CP%08d5CL".formatted(i)));
    }
    var reference = sample.substring(sample.indexOf("UNZ")).replace("UNZ+1+", "UNZ+700+");
    var reading = Reading.of(many.append(reference).toString().getBytes(ISO_8859_1));
    assertThat(reading.problems()).isEmpty();

    var control = control(reading.report(), List.of(reading.items().getLast()));

    assertThat(control).contains("UCM+700+ITMATT:D:00A:UN:M33+2'");
  }

  @Test
  void whatAnswersRefusalsOfMutatedInterchangesIsReadWithoutFault() throws IOException {
    var random = new java.util.Random(47);
    var seeds = HostileInterchangeTest.seeds();
    for (int round = 0; round < 3_000; round++) {
      var seed = seeds.get(random.nextInt(seeds.size()));
      var reading = Reading.of(HostileInterchangeTest.mutated(seed, random));
      var answer = control(reading.report(), reading.items());
      if (!answer.isEmpty()) {
        assertThat(Reading.of(answer.getBytes(ISO_8859_1)).problems()).isEmpty();
      }
    }
  }

  private static String control(InterchangeReport report, List<Decoded> refused) {
    var refusals = new Refusals();
    var pointers = List.of("/itemId", "/contents/3/hsCode", "", "/scope/items/0", "/x/y/0");
    for (var item : refused) {
      if (item.message() != null) {
        var problems =
            pointers.stream()
                .limit(refused.size() > 2 ? pointers.size() : 1)
                .map(Location.AtPointer::new)
                .map(at -> Problem.of(ProblemCode.CHECK_DIGIT, at, "5", "4"))
                .toList();
        refusals.add(item.origin(), problems);
      }
    }
    return ControlMessage.write(refusals.in(report), Writing.context())
        .map(bytes -> new String(bytes, ISO_8859_1))
        .orElse("");
  }

  private static List<Decoded> items(String name) throws IOException {
    return Reading.of(Files.readAllBytes(input(name))).items();
  }

  private static Path input(String name) {
    return Path.of("src/test/resources/golden/upu/" + name + "/input.edi");
  }
}
