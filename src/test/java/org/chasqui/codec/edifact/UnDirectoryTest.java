package org.chasqui.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our segments are those of the UN, element by element. */
class UnDirectoryTest {

  @ParameterizedTest
  @CsvSource({"D96B, segments-d96b.yaml", "D00A, segments-d00a.yaml"})
  void everySegmentIsThatOfTheUn(String release, String file) throws IOException {
    var theirs = UnDirectory.of(release).segments();
    var faults = new ArrayList<DefinitionFault>();
    var content = Files.readAllBytes(Path.of("config/edifact").resolve(file));

    var ours = SegmentParser.directory(DefinitionNode.read(file, content, faults::add));

    assertThat(faults).isEmpty();
    assertThat(theirs.keySet()).containsAll(ours.keySet());
    ours.forEach(
        (tag, segment) -> assertThat(shown(segment)).isEqualTo(shown(tag, theirs.get(tag))));
  }

  private static String shown(SegmentDefinition segment) {
    var text = new StringBuilder(segment.tag());
    for (var element : segment.elements()) {
      text.append('\n').append(element.id()).append(element.mandatory() ? " M" : " C");
      element
          .components()
          .forEach(
              component ->
                  text.append(' ')
                      .append(component.id())
                      .append(component.mandatory() ? "M" : "C")
                      .append(component.format()));
    }
    return text.toString();
  }

  private static String shown(String tag, List<UnDirectory.Element> elements) {
    var text = new StringBuilder(tag);
    for (var element : elements) {
      for (int i = 0; i < element.times(); i++) {
        boolean mandatory = element.mandatory() && i == 0;
        text.append('\n').append(element.id()).append(mandatory ? " M" : " C");
        element
            .components()
            .forEach(
                component ->
                    text.append(' ')
                        .append(component.id())
                        .append(component.mandatory() ? "M" : "C")
                        .append(component.format()));
      }
    }
    return text.toString();
  }
}
