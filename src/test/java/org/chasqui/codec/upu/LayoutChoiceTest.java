package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.edifact.Definitions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three layouts of ITMATT live at once: the interim one, a later one by its association code (0057)
 * in which the mass must be there, and one of a partner alone that wants an invoice.
 */
class LayoutChoiceTest {
  private static final String MASS = "MEA+WT+G+KGM:1.250'\n";

  @TempDir Path folder;

  @BeforeEach
  void layouts() throws IOException {
    try (var files = Files.list(Path.of("config/edifact"))) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    var interim = Files.readString(folder.resolve("itmatt-interim.yaml"));
    var later =
        interim
            .replace("layout: interim", "layout: later")
            .replace("association: M33", "association: M52")
            .replaceFirst("segment: MEA C 1", "segment: MEA M 1");
    Files.writeString(folder.resolve("later.yaml"), later);
    var own =
        interim
            .replace("layout: interim", "layout: own")
            .replace("association: M33", "association: OWN")
            .replace("segment: DOC C 99", "segment: DOC M 99");
    Files.writeString(folder.resolve("own.yaml"), own);
    var list = folder.resolve("messages.yaml");
    Files.writeString(
        list,
        Files.readString(list)
            + "  - later.yaml\n  - {file: own.yaml, partners: [J1CPEA, J1CECA]}\n");
  }

  @Test
  void theSameItemIsReadByTheLayoutThatItsMessageNames() throws IOException {
    var without = document().replace(MASS, "").replace("UNT+40", "UNT+39");

    assertThat(problems(without)).isEmpty();
    assertThat(problems(without.replace(":M33'", ":M52'")))
        .containsExactly("ERROR EAD-1302 message 1 segment 14 MOA MEA+G");
    assertThat(problems(document().replace(":M33'", ":M52'"))).isEmpty();
  }

  @Test
  void messagesOfTwoLayoutsStandInOneInterchange() throws IOException {
    var first = document();
    var message = first.substring(first.indexOf("UNH"), first.indexOf("UNZ"));
    var second =
        message
            .replace("UNH+1+", "UNH+2+")
            .replace(":M33'", ":M52'")
            .replace("UNT+40+1'", "UNT+39+2'")
            .replace("CP123456785CL", "CP123456808CL")
            .replace(MASS, "");
    var both = first.replace("UNZ+1+", second + "UNZ+2+");

    var reading = Reading.of(both.getBytes(ISO_8859_1), decoder());

    assertThat(reading.messages()).hasSize(1);
    assertThat(reading.items().getLast().reference()).isEqualTo("2");
    assertThat(reading.items().getLast().problems())
        .extracting(problem -> problem.code().code() + " " + problem.location().text())
        .containsExactly("EAD-1302 message 2 segment 14 MOA");
  }

  @Test
  void thePartnersOwnLayoutIsForThePartnerAlone() throws IOException {
    var without = document().replace("DOC+380+F001-4471'\n", "").replace("UNT+40", "UNT+39");

    assertThat(problems(without)).isEmpty();
    assertThat(problems(without.replace("UNB+UNOC:3+J1CCLA", "UNB+UNOC:3+J1CPEA")))
        .contains("ERROR EAD-1302 message 1 segment 19 NAD DOC");
  }

  @Test
  void whatIsWrittenIsOfTheLayoutOfItsRecipient() throws IOException {
    assertThat(unh("J1CECA")).isEqualTo("UNH+1+ITMATT:D:00A:UN:OWN'");
    assertThat(unh("J1CBRA")).isEqualTo("UNH+1+ITMATT:D:00A:UN:M33'");
  }

  @Test
  void aFileThatIsReplacedHoldsForWhoReadsTheFolderNext() throws IOException {
    var before = decoder();
    var file = folder.resolve("itmatt-interim.yaml");
    var stricter = Files.readString(file).replaceFirst("segment: MEA C 1", "segment: MEA M 1");
    Files.writeString(file, stricter);
    var without = document().replace(MASS, "").replace("UNT+40", "UNT+39").getBytes(ISO_8859_1);

    assertThat(Reading.of(without, before).messages()).hasSize(1);
    assertThat(Reading.of(without, decoder()).messages()).isEmpty();
    assertThat(Definitions.check(folder)).isEmpty();
  }

  private UpuDecoder decoder() {
    return new UpuDecoder(Definitions.of(folder));
  }

  private List<String> problems(String document) throws IOException {
    return Reading.of(document.getBytes(ISO_8859_1), decoder()).problems().stream()
        .map(
            problem ->
                problem.severity()
                    + " "
                    + problem.code().code()
                    + " "
                    + problem.location().text()
                    + " "
                    + problem.expected())
        .toList();
  }

  private String unh(String recipient) throws IOException {
    var item = Reading.of(document().getBytes(ISO_8859_1)).messages();
    var view =
        Reading.view("x", "urn:lac-ead:party:BR:post:BRA", "BR", Map.of("edi-id", recipient));
    var context = new EncodeContext(view, Instant.parse("2026-11-04T13:10:00Z"), "CHQ1");
    var writer =
        UpuCodecs.all(folder).stream()
            .filter(codec -> codec.name().equals("upu-itmatt"))
            .map(Encoder.class::cast)
            .findFirst()
            .orElseThrow();
    return new String(writer.encode(item, context).document(), ISO_8859_1)
        .lines()
        .filter(line -> line.startsWith("UNH"))
        .findFirst()
        .orElseThrow();
  }

  private static String document() throws IOException {
    var golden = Path.of("src/test/resources/golden/upu/itmatt/input.edi");
    return Files.readString(golden, ISO_8859_1);
  }
}
