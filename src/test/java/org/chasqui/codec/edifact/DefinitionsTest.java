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
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.TrackingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
  private static final Set<String> WORDS =
      Set.of(
          "message of item declarations",
          "message of customs decisions",
          "message of tracking events",
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
            case "CUSRSP" -> CustomsDecision.class;
            case "EMSEVT" -> TrackingEvent.class;
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

    assertThat(definitions.find("ITMATT", "M33X").orElseThrow().layout()).isEqualTo("second");
    assertThat(definitions.find("ITMATT", "M33").orElseThrow().layout()).isEqualTo("interim");
    assertThat(definitions.find("ITMATT", "other").orElseThrow().layout()).isEqualTo("interim");
    assertThat(definitions.find("PREDES", null)).isEmpty();
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

  private static void copy(Path folder) throws IOException {
    try (var files = Files.list(Path.of("config/edifact"))) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }
}
