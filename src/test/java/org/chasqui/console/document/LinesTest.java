package org.chasqui.console.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.chasqui.message.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {
  private static final String TWO_ITEMS =
      "UNB+UNOC:3+A+B+261102:0600+R1'UNH+7+ITMATT:D:00A:UN'BGM+929+X'"
          + "CNI+1+EA007919637CL'MEA+WT+G+KGM:1'CNI+2+CA015840620CL'MEA+WT+G+KGM:A?+1'UNT+7+7'UNZ+1+R1'";

  private static List<Line> edi(String item, Location.InEdifact... faults) throws IOException {
    return EdiLines.of(
        new ByteArrayInputStream(TWO_ITEMS.getBytes(StandardCharsets.ISO_8859_1)),
        item,
        List.of(faults));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void showsOnlyTheSegmentsOfTheItem() throws IOException {
    assertThat(edi("CA015840620CL"))
        .extracting(Line::text)
        .containsExactly(
            "UNB+UNOC:3+A+B+261102:0600+R1'",
            "UNH+7+ITMATT:D:00A:UN'",
            "BGM+929+X'",
            "⋮",
            "CNI+2+CA015840620CL'",
            "MEA+WT+G+KGM:A?+1'");
    assertThat(edi("EA007919637CL")).extracting(Line::text).contains("MEA+WT+G+KGM:1'").hasSize(5);
  }

  @Test
  void marksTheElementThatAProblemIsAbout() throws IOException {
    var fault = new Location.InEdifact("7", 6, "MEA", 3, 2);

    var line = edi("CA015840620CL", fault).getLast();

    assertThat(line.place()).isEqualTo(Place.inEdifact(fault).orElseThrow());
    assertThat(line.text().substring(line.mark().from(), line.mark().to())).isEqualTo("A?+1");
  }

  @Test
  void showsNoMessageThatDoesNotNameTheItem() throws IOException {
    assertThat(edi("RR123456785CL")).hasSize(1);
  }

  @Test
  void givesEveryXmlElementItsPath() {
    var lines = XmlLines.of(bytes("<a xmlns:x='u'><b>1</b><x:b c='2'/><d><e>ñ</e></d></a>"));

    assertThat(lines)
        .extracting(Line::place)
        .containsExactly(
            "/a[1]", "/a[1]/b[1]", "/a[1]/b[2]", "/a[1]/d[1]", "/a[1]/d[1]/e[1]", "", "");
    assertThat(lines.get(2).text()).isEqualTo("<x:b c=\"2\"></x:b>");
  }

  @Test
  void readsNoEntitiesOfADocument() {
    var lines =
        XmlLines.of(
            bytes("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a><b>&e;</b></a>"));

    assertThat(lines)
        .extracting(Line::text)
        .noneMatch(text -> text.contains("<b>") && text.length() > 20);
  }

  @Test
  void givesEveryJsonValueItsPointer() {
    var lines = JsonLines.of(bytes("{\"a/b\":[1,{\"c\":null}]}")).orElseThrow();

    assertThat(lines)
        .extracting(Line::place)
        .containsExactly("", "/a~1b", "/a~1b/0", "/a~1b/1", "/a~1b/1/c", "", "", "");
  }

  @ParameterizedTest
  @CsvSource({
    "/Awbolds/Bol_segment[2]/Bol_id, /Awbolds[1]/Bol_segment[2]/Bol_id[1]",
    "/ns:A/ns:B/@code, /A[1]/B[1]",
    "/*[local-name()='A']/B/text(), /A[1]/B[1]"
  })
  void comparesPathsWhateverTheirForm(String xpath, String place) {
    assertThat(Place.everyIndex(xpath)).isEqualTo(place);
  }

  @Test
  void showsAnyBytesWithoutFailing() {
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      var bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      var head = new String[] {"", "UNB+UNOC:3+", "{", "<a>"}[i % 4];
      var document = (head + new String(bytes, StandardCharsets.ISO_8859_1));
      assertThat(
              DocumentLines.of(
                  document.getBytes(StandardCharsets.ISO_8859_1), null, "X", List.of()))
          .isNotNull();
    }
  }
}
