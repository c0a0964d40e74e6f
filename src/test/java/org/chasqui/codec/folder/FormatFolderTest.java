package org.chasqui.codec.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.regional.RegionalCodecs;
import org.chasqui.codec.regional.RegionalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a format's folder may be, and where its faults are told. */
class FormatFolderTest {
  private static final Path SHIPPED = Path.of("config/formats");
  private static final Regional REGIONAL =
      new Regional(new RegionalJson()::write, (Decoder) RegionalCodecs.all().getFirst());

  @TempDir Path folder;

  static Stream<Path> shipped() throws IOException {
    try (var folders = Files.list(SHIPPED)) {
      return folders.filter(each -> Files.exists(each.resolve("format.yaml"))).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedFolderHoldsItsCasesAndWhatItSaysItCarries(Path format) {
    var checked = FolderCodecs.check(format.toAbsolutePath(), REGIONAL, false);

    assertThat(checked.faults()).extracting(FormatFault::text).isEmpty();
    assertThat(checked.cases()).isGreaterThan(3);
  }

  /** A copy of a shipped format of which one text is another. */
  private List<FormatFault> faultsWith(String file, String from, String to) throws IOException {
    var copy = copy();
    var path = copy.resolve(file);
    var text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
    return FolderCodecs.check(copy, REGIONAL, false).faults();
  }

  private Path copy() throws IOException {
    var from = SHIPPED.resolve("tere");
    var to = folder.resolve("tere");
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "format.yaml|confidence: inferred|confidence: certain|tere/format.yaml:6: confidence",
        "format.yaml|- /itemId|- /itemID|tere/format.yaml:18: is no field of item-declaration",
        "format.yaml|template: read.xsl|template: gone.xsl|must be a file of the folder: gone.xsl",
        "format.yaml|  batch: 200|  batch: many|tere/format.yaml:13: writes/batch",
        "format.yaml|- /itemId||must name /itemId: documents of the golden cases change",
        "format.yaml|- /itemId|- /comments|tere/format.yaml:18: is in no golden case",
        "write.xsl|match=~item-declaration~|match=~item-declaration[~|tere/write.xsl:38:17: XTSE0340",
        "write.xsl|<medio>|<medio|tere/write.xsl:",
        "write.xsl|<medio><xsl:value-of select=~$medio~/></medio>|<xsl:result-document href=~x~/>|tere/write.xsl:30:40: xsl:result-document is not allowed in a format",
        "write.xsl|$nroVuelo~/></nro|$nroVuel~/></nro|tere/write.xsl:25:",
        "guia.xsd|base=~xs:decimal~|base=~xs:decimals~|tere/guia.xsd:",
        "cases/item/expected.xml|<valor>15</valor>|<valor>16</valor>|tere/cases/item/expected.xml:19:21: expected",
        "cases/item/losses.txt|/postage|/postages|tere/cases/item/losses.txt:13:",
        "cases/answer-states/decisions.json|REFUSED|RELEASED|tere/cases/answer-states/decisions.json:",
      })
  void tellsWhereAFaultIs(String file, String from, String to, String place) throws IOException {
    var text = faultsWith(file, quoted(from), to == null ? "" : quoted(to));

    assertThat(text)
        .extracting(FormatFault::text)
        .anySatisfy(told -> assertThat(told).contains(place));
  }

  private static String quoted(String text) {
    return text.replace('~', '"');
  }

  @Test
  void refusesAFormatThatDoesNotSayWhatItCarries() throws IOException {
    var faults =
        faultsWith(
            "format.yaml", "  carries:\n    item-declaration:", "  held:\n    item-declaration:");

    assertThat(faults)
        .extracting(FormatFault::text)
        .anySatisfy(told -> assertThat(told).contains("carries"));
  }

  @Test
  void anEndingOfAFileIsNoDifference() {
    assertThat(
            Difference.of(
                "a\nb\n".getBytes(StandardCharsets.UTF_8), "a\nb".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(
            Difference.of(
                "a\nbx\n".getBytes(StandardCharsets.UTF_8),
                "a\nby".getBytes(StandardCharsets.UTF_8)))
        .hasValueSatisfying(
            found -> assertThat(List.of(found.line(), found.column())).containsExactly(2, 2));
  }
}
