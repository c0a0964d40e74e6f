package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemTransport;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;

class CuscarTest {
  private static final RecordChecker CHECKER = RecordChecker.bundled();

  @Test
  void whatIsWrittenIsReadAsTheSameDeclarations() throws IOException {
    var random = new Declarations(96);
    for (int round = 0; round < 40; round++) {
      var items = items(random, 8);

      var encoded = Writing.encoder("cuscar-d96b").encode(messages(items), context(Map.of()));
      var reading = Reading.of(encoded.document());

      assertThat(encoded.carriages()).containsOnly(Carriage.WHOLE);
      assertThat(reading.problems()).isEmpty();
      assertThat(reading.messages())
          .extracting(message -> nameless((ItemDeclaration) message.data()))
          .containsExactlyInAnyOrderElementsOf(items.stream().map(CuscarTest::nameless).toList());
      for (var message : reading.messages()) {
        assertThat(CHECKER.check(message.data())).isEmpty();
      }
    }
  }

  @Test
  void writesTheHeadThatThePartnerWants() throws IOException {
    var settings =
        Map.of(
            "edi-syntax", "UNOA:2",
            "edi-sender", "0000000000017",
            "edi-id", "0000000000024",
            "edi-qualifier", "14",
            "edi-date-digits", "8");
    var golden = Path.of("src/test/resources/golden/upu/cuscar/input.edi");
    var item = Reading.of(Files.readAllBytes(golden)).messages().getFirst();

    var encoded = Writing.encoder("cuscar-d96b").encode(List.of(item), context(settings));

    var text = new String(encoded.document(), ISO_8859_1);
    assertThat(text)
        .startsWith(
            """
            UNA:+.? '
            UNB+UNOA:2+0000000000017:14+0000000000024:14+20261104:1010+CHQ000000001++CUSCAR'
            UNH+1+CUSCAR:D:96B:UN'
            BGM+785+CHQ000000001-1+9'
            DTM+137:202611041010:203'
            NAD+MS+0000000000017::9'
            NAD+MR+0000000000024::9'
            CNI+1+CP123456785CL'
            """)
        .contains("FTX+AAA+++CAMISETAS DE ALGODON'");
    assertThat(text).isEqualTo(text.toUpperCase(java.util.Locale.ROOT)).doesNotContain("@", "EM'");
    assertThat(encoded.carriages().getFirst().problems())
        .extracting(problem -> problem.code().code() + " " + problem.location().text())
        .contains("EAD-4002 /contents/0/description", "EAD-4004 /sender/email");
  }

  @Test
  void aSyntaxThatIsNotWrittenIsAFaultOfTheProfile() {
    var item = messages(items(new Declarations(1), 1));
    assertThatThrownBy(
            () ->
                Writing.encoder("cuscar-d96b")
                    .encode(item, context(Map.of("edi-syntax", "UNOX:3"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("edi-syntax");
  }

  private static EncodeContext context(Map<String, String> settings) {
    return new EncodeContext(
        Reading.view("gt", "urn:lac-ead:party:GT:customs:SAT", "GT", settings),
        Instant.parse("2026-11-04T13:10:00Z"),
        "CHQ000000001");
  }

  @Test
  void whatCuscarCannotSayIsRefusedOrNoted() {
    var item = items(new Declarations(3), 1).getFirst();
    var other = item.contents().getFirst().toBuilder().originCountryCode("CN").sequence(9).build();
    var contents = new ArrayList<ContentPiece>(item.contents());
    contents.add(other);

    assertThat(faults(item.toBuilder().contents(List.of()).build()))
        .containsExactly("ERROR /contents");
    assertThat(faults(item.toBuilder().critical(List.of("x")).build()))
        .containsExactly("ERROR /critical/0");
    assertThat(faults(item.toBuilder().contents(contents).build()))
        .contains("WARNING /contents/" + (contents.size() - 1) + "/originCountryCode");
    assertThat(faults(item.toBuilder().nonDeliveryInstruction(null).incoterm("DAP").build()))
        .containsExactly("WARNING /incoterm");
    var dispatch = new ItemTransport("CLSCLAGTGUAAACN60042", null, "4", null, null);
    assertThat(faults(item.toBuilder().transport(dispatch).build()))
        .containsExactly("WARNING /transport/dispatchId");
  }

  private static List<String> faults(ItemDeclaration item) {
    return Writing.encode("cuscar-d96b", messages(List.of(item)))
        .carriages()
        .getFirst()
        .problems()
        .stream()
        .map(problem -> problem.severity() + " " + problem.location().text())
        .toList();
  }

  /** Declarations of what CUSCAR can say: texts of 350, one origin of all contents. */
  static List<ItemDeclaration> items(Declarations random, int count) {
    var items = new ArrayList<ItemDeclaration>();
    for (int i = 0; i < count; i++) {
      var item = random.declaration(i + 1);
      var origin = item.contents().getFirst().originCountryCode();
      var contents =
          item.contents().stream()
              .map(
                  piece ->
                      piece.toBuilder()
                          .description(cut(piece.description()))
                          .originCountryCode(origin)
                          .build())
              .toList();
      items.add(
          item.toBuilder()
              .originOperatorCode(null)
              .destinationOperatorCode(null)
              .comments(cut(item.comments()))
              .documents(List.of())
              .contents(contents)
              .build());
    }
    items.add(
        random.cancellation(count + 1).toBuilder()
            .originOperatorCode(null)
            .destinationOperatorCode(null)
            .build());
    return items;
  }

  private static String cut(String text) {
    return text == null || text.length() <= 300 ? text : text.substring(0, 300).strip();
  }

  static List<RegionalMessage> messages(List<ItemDeclaration> items) {
    return items.stream().map(Declarations::message).toList();
  }

  /** The gateway derives the id. */
  private static ItemDeclaration nameless(ItemDeclaration item) {
    return item.toBuilder().declarationId("id").build();
  }
}
