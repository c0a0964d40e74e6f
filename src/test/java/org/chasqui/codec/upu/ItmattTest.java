package org.chasqui.codec.upu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.junit.jupiter.api.Test;

class ItmattTest {

  @Test
  void readsTheSampleOfTheGuideWhole() throws Exception {
    var reading = Reading.of(Files.readAllBytes(Path.of("samples/itmatt-cl-br.edi")));

    assertThat(reading.problems()).isEmpty();
    var declaration = (ItemDeclaration) reading.messages().getFirst().data();
    assertThat(declaration.itemId()).isEqualTo("CP123456785CL");
    assertThat(declaration.function()).isEqualTo(MessageFunction.ORIGINAL);
    assertThat(declaration.postingDateTime()).isEqualTo("2026-11-02T11:05:00-03:00");
    assertThat(declaration.itemCategory()).isEqualTo(ItemCategory.SALE_OF_GOODS);
    assertThat(declaration.sender().phone()).isEqualTo("+56221234567");
    assertThat(declaration.sender().address().subdivisionCode()).isEqualTo("CL-RM");
    assertThat(declaration.contents()).hasSize(2);
    assertThat(declaration.contents().getFirst().value().amount()).isEqualTo("85.50");
    assertThat(declaration.contents().getFirst().netMass().value()).isEqualTo("0.600");
  }
}
