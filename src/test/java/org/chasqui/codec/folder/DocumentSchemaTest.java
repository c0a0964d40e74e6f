package org.chasqui.codec.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentSchemaTest {
  private static final String SCHEMA =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="a"><xs:complexType><xs:sequence>
          <xs:element name="n" type="xs:int" maxOccurs="2"/>
        </xs:sequence></xs:complexType></xs:element>
      </xs:schema>
      """;

  private static final String VALID = "<a><n>1</n></a>";
  private static final String WRONG_VALUE = "<a>\n<n>x</n></a>";
  private static final String WRONG_ELEMENT = "<a><n>1</n><m/></a>";
  private static final String CUT = "<a><n>1</n>";

  @TempDir Path folder;

  @Test
  void tellsTheSameOfADocumentWhateverCameBeforeIt() throws Exception {
    var file = Files.writeString(folder.resolve("a.xsd"), SCHEMA);
    var schema = read(file);
    var documents = new String[] {VALID, WRONG_VALUE, CUT, VALID, WRONG_ELEMENT, WRONG_VALUE, CUT};
    for (int round = 0; round < 3; round++) {
      for (var document : documents) {
        var bytes = document.getBytes(StandardCharsets.UTF_8);
        assertThat(schema.faults(bytes)).as(document).isEqualTo(read(file).faults(bytes));
        assertThat(schema.faults(bytes).isEmpty()).as(document).isEqualTo(document.equals(VALID));
      }
    }
  }

  private static DocumentSchema read(Path file) {
    var faults = new ArrayList<FormatFault>();
    var schema = DocumentSchema.read(file, "a.xsd", faults);
    assertThat(faults).isEmpty();
    return schema.orElseThrow();
  }
}
