package org.chasqui.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.message.Acknowledgement;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ReferralResponse;
import org.chasqui.message.TrackingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
  private static final Set<String> WORDS =
      Set.of(
          "message of item declarations",
          "message of customs decisions",
          "message of tracking events",
          "pre-advice of a dispatch",
          "receipt of a dispatch",
          "message of customs referrals",
          "message of answers to referrals",
          "number of items");

  @Test
  void everyLayoutSaysThatTheUpuHasNotConfirmedIt() {
    assertThat(Definitions.builtIn().messages())
        .allMatch(layout -> layout.status().endsWith("not confirmed by the UPU"));
  }

  @Test
  void everyFieldThatALayoutFillsIsOneOfTheRegionalMessage() {
    for (var layout : Definitions.builtIn().messages()) {
      var data =
          switch (layout.type()) {
            case "CUSRSP", "CUSRES" -> CustomsDecision.class;
            case "EMSEVT", "IFTSTA", "RESDES", "RESCON" -> TrackingEvent.class;
            case "ITMREF" -> CustomsReferral.class;
            case "REFRSP" -> ReferralResponse.class;
            case "PREDES", "PRECON", "IFCSUM" -> DispatchPreadvice.class;
            case "CONTRL" -> Acknowledgement.class;
            default -> ItemDeclaration.class;
          };
      layout
          .fields()
          .forEach(
              (place, field) ->
                  assertThat(WORDS.contains(field) || isField(data, field))
                      .as("%s %s fills %s", layout.type(), place, field)
                      .isTrue());
    }
  }

  private static boolean isField(Class<?> data, String field) {
    Class<?> type = data;
    for (var part : field.split("\\.", -1)) {
      if (part.equals("envelope")) {
        type = Envelope.class;
        continue;
      }
      if (Map.class.isAssignableFrom(type)) {
        return true;
      }
      var component =
          Arrays.stream(type.getRecordComponents())
              .filter(candidate -> candidate.getName().equals(part))
              .findFirst();
      if (component.isEmpty()) {
        return false;
      }
      type = element(component.get().getGenericType());
    }
    return true;
  }

  private static Class<?> element(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class
          ? (Class<?>) generic.getActualTypeArguments()[0]
          : (Class<?>) generic.getRawType();
    }
    return (Class<?>) type;
  }

  @Test
  void takesTheLayoutOfTheAssociationCodeElseTheFirst(@TempDir Path folder) throws IOException {
    copy(folder);
    var second = Files.readString(folder.resolve("itmatt-interim.yaml"));
    Files.writeString(
        folder.resolve("second.yaml"),
        second.replace("layout: interim", "layout: second").replace("M33", "M33X"));
    Files.writeString(
        folder.resolve("messages.yaml"), "messages: [itmatt-interim.yaml, second.yaml]\n");

    var definitions = Definitions.of(folder);

    assertThat(definitions.find("ITMATT", "M33X", null).orElseThrow().layout()).isEqualTo("second");
    assertThat(definitions.find("ITMATT", "M33", null).orElseThrow().layout()).isEqualTo("interim");
    assertThat(definitions.find("ITMATT", "other", null).orElseThrow().layout())
        .isEqualTo("interim");
    assertThat(definitions.find("ORDERS", null, null)).isEmpty();
  }

  @Test
  void namesTheFileAndTheEntryOfAMistake(@TempDir Path folder) throws IOException {
    copy(folder);
    var file = folder.resolve("cusrsp-interim.yaml");
    Files.writeString(file, Files.readString(file).replace("segment: GIS M 9", "segment: GIX M 9"));

    assertThatThrownBy(() -> Definitions.of(folder))
        .hasMessageContaining("cusrsp-interim.yaml")
        .hasMessageContaining("GIX");
  }

  @Test
  void takesTheLayoutOfThePartnerBeforeThatOfTheAssociationCode(@TempDir Path folder)
      throws IOException {
    copy(folder);
    var own = Files.readString(folder.resolve("itmatt-interim.yaml"));
    Files.writeString(folder.resolve("own.yaml"), own.replace("layout: interim", "layout: own"));
    Files.writeString(
        folder.resolve("messages.yaml"),
        """
        messages:
          - itmatt-interim.yaml
          - {file: own.yaml, partners: [J1CCLA, J1CPEA]}
        """);

    var definitions = Definitions.of(folder);

    assertThat(definitions.find("ITMATT", "M33", "J1CPEA").orElseThrow().layout()).isEqualTo("own");
    assertThat(definitions.find("ITMATT", "other", "J1CPEA").orElseThrow().layout())
        .isEqualTo("own");
    assertThat(definitions.find("ITMATT", "M33", "J1CBRA").orElseThrow().layout())
        .isEqualTo("interim");
    assertThat(definitions.find("ITMATT", "M33", null).orElseThrow().layout()).isEqualTo("interim");
  }

  @Test
  void tellsEveryMistakeWithItsPlace(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("messages.yaml"),
        """
        messages:
          - a.yaml
          - absent.yaml
          - {file: a.yaml, partner: [J1CCLA]}
          - ../a.yaml
          - broken.yaml
        """);
    Files.writeString(folder.resolve("broken.yaml"), "message: [\n");
    Files.writeString(
        folder.resolve("s.yaml"),
        """
        segments:
          BGM:
            - C002 C [1001 C an..3]
            - 1225 C an..3
          CNI:
            - 1490 C n.4
            - C503 C [1004 C an..35 | 1373 an..3]
        """);
    Files.writeString(
        folder.resolve("a.yaml"),
        """
        message: ITMAT
        layout: test
        status: for tests
        segments: s.yaml
        header: {version: D, release: 00A, agency: UN, organisation: M33}
        items: items
        colour: red
        content:
          - segment: BGM M 1
            qualifier: "1.9"
            codes: {929: a}
            required: [930]
            mandatory: ["3"]
            allowed: {"2": []}
            formats: {"2": text}
            other: pass
            each: some
          - segment: XYZ M 1
          - segment: BGM 1
          - group: item M 9
            content:
              - group: inner M 1
                content: [{segment: BGM M 1}]
          - {note: nothing}
          - segment: BGM M 1
            codes: {1: x}
        """);

    assertThat(Definitions.check(folder).stream().map(DefinitionFault::text).toList())
        .containsExactly(
            "../a.yaml: the file must be a file of the folder",
            "a.yaml:1: message must be six of A-Z and 0-9 (0065), found 'ITMAT'",
            "a.yaml:5: header.organisation is not a key of this place; known are agency,"
                + " association, release, version",
            "a.yaml:6: items must be message or name a group of content, found 'items'",
            "a.yaml:7: colour is not a key of this place; known are content, header, items,"
                + " layout, message, segments, status",
            "a.yaml:10: content[0].qualifier must be a place of BGM in the directory, found"
                + " '1.9'",
            "a.yaml:12: content[0].required must be among the codes, found '930'",
            "a.yaml:13: content[0].mandatory[0] must be a place of BGM in the directory,"
                + " found '3'",
            "a.yaml:14: content[0].allowed.2 must list the codes that may stand there",
            "a.yaml:15: content[0].formats.2 must be a format such as an..35, n..15 or a3,"
                + " found 'text'",
            "a.yaml:16: content[0].other must be refuse or warn, found 'pass'",
            "a.yaml:17: content[0].each must be a whole number above zero, found 'some'",
            "a.yaml:18: content[1].segment must be a segment of the directory, found 'XYZ'",
            "a.yaml:19: content[2].segment must be of the form NAME M 1, found 'BGM 1'",
            "a.yaml:22: content[3].content[0] must be the segment that begins the group",
            "a.yaml:24: content[4] must be a segment or a group",
            "a.yaml:26: content[5].codes needs the key qualifier beside it",
            "absent.yaml: the file must be a file of the folder",
            "broken.yaml:1: the file must be YAML: while parsing a flow node",
            "messages.yaml:4: messages[2].partner is not a key of this place; known are"
                + " file, partners",
            "s.yaml:6: segments.CNI[0] must be of the form 'C507 M [2005 M an..3 | 2380 C"
                + " an..35]', found '1490 C n.4'",
            "s.yaml:7: segments.CNI[1] must be of the form 'C507 M [2005 M an..3 | 2380 C"
                + " an..35]', found 'C503 C [1004 C an..35 | 1373 an..3]'");
  }

  @Test
  void tellsACodeThatYamlTakesForATruthValue(@TempDir Path folder) throws IOException {
    copy(folder);
    var file = folder.resolve("refrsp-interim.yaml");
    Files.writeString(file, Files.readString(file).replace("\"NO\"", "NO"));

    assertThat(Definitions.check(folder))
        .singleElement()
        .satisfies(fault -> assertThat(fault.text()).contains("allowed.2.1[5]", "in quotes"));
  }

  @Test
  void tellsAPlaceThatIsNoneAndItemsThatAreNoGroup(@TempDir Path folder) throws IOException {
    copy(folder);
    var file = folder.resolve("cusres-d96b.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("items: item or message", "items: thing or message")
            .replaceFirst("fills: \\{\"2.1\": decl", "fills: {\"2.9\": decl"));

    assertThat(Definitions.check(folder).stream().map(DefinitionFault::text).toList())
        .containsExactly(
            "cusres-d96b.yaml:10: items must be message or name a group of content, found 'thing"
                + " or message'",
            "cusres-d96b.yaml:14: content[0].fills.2.9 must be a place of BGM in the directory,"
                + " found '2.9'");
  }

  @Test
  void theFilesOfTheBuildHaveNoFaults() {
    assertThat(Definitions.check(Path.of("config/edifact"))).isEmpty();
  }

  private static void copy(Path folder) throws IOException {
    try (var files = Files.list(Path.of("config/edifact"))) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }
}
