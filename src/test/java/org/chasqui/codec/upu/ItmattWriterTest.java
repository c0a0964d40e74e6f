package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItmattWriterTest {

  @ParameterizedTest
  @ValueSource(strings = {"upu-itmatt", "upu-cusitm"})
  void whatIsWrittenIsReadAsTheSameDeclaration(String encoder) throws Exception {
    var declarations = new Declarations(7);
    for (int round = 0; round < 40; round++) {
      int first = round * 10;
      var messages = IntStream.range(first, first + 10).mapToObj(declarations::next).toList();

      var encoded = Writing.encode(encoder, messages);

      assertThat(encoded.carriages()).allMatch(carriage -> carriage.problems().isEmpty());
      var reading = Reading.of(encoded.document());
      assertThat(reading.problems()).isEmpty();
      assertThat(sorted(reading.messages())).isEqualTo(sorted(messages));
    }
  }

  private static List<ItemDeclaration> sorted(List<RegionalMessage> messages) {
    return messages.stream()
        .map(message -> (ItemDeclaration) message.data())
        .sorted(Comparator.comparing(ItemDeclaration::itemId))
        .toList();
  }

  @Test
  void writesTheSampleOfTheGuideAsItWas() throws Exception {
    var sample = Files.readAllBytes(Path.of("samples/itmatt-cl-br.edi"));

    var encoded = Writing.encode("upu-itmatt", Reading.of(sample).messages());

    assertThat(items(encoded.document())).isEqualTo(items(sample));
  }

  private static String items(byte[] document) {
    var text = new String(document, ISO_8859_1);
    return text.substring(text.indexOf("CNI+"), text.indexOf("UNZ+"));
  }

  @Test
  void reportsWhatIsCutAndReplaced() {
    var item = new Declarations(1).declaration(1);
    var wide =
        item.toBuilder()
            .comments(null)
            .itemCategoryExplanation("Ελληνικά “entre comillas”")
            .sender(item.sender().toBuilder().name("x".repeat(176)).build())
            .recipient(item.recipient().toBuilder().givenName("Maria").build())
            .build();

    var encoded = Writing.encode("upu-itmatt", List.of(Declarations.message(wide)));

    var problems = encoded.carriages().getFirst().problems();
    assertThat(problems).extracting(Problem::code).contains(ProblemCode.TEXT_CUT);
    assertThat(problems)
        .extracting(problem -> problem.code().code() + " " + problem.location().text())
        .containsExactlyInAnyOrder(
            "EAD-4002 /itemCategoryExplanation",
            "EAD-4001 /sender/name",
            "EAD-4004 /recipient/givenName");
    assertThat(new String(encoded.document(), ISO_8859_1)).contains("\"entre comillas\"");
  }

  @Test
  void leavesOutTheItemThatHasNoNameAndCarriesItsSibling() throws Exception {
    var good = new Declarations(1).declaration(1);
    var bad = good.toBuilder().itemId("CP000000025CL").sender(null).build();
    bad = bad.toBuilder().recipient(bad.recipient().toBuilder().name(null).build()).build();

    var encoded =
        Writing.encode(
            "upu-itmatt", List.of(Declarations.message(bad), Declarations.message(good)));

    assertThat(encoded.carriages().get(0).carried()).isFalse();
    assertThat(encoded.carriages().get(1).carried()).isTrue();
    assertThat(Reading.of(encoded.document()).messages()).hasSize(1);
  }
}
