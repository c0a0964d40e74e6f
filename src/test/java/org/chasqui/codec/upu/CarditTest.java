package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.SharedFolder;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Receptacle;
import org.chasqui.message.ReceptacleItem;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;

class CarditTest {
  private static final RecordChecker CHECKER = RecordChecker.bundled();

  @Test
  void whatIsWrittenIsReadAsTheSamePreadvices() throws IOException {
    var random = new Random(48);
    for (int round = 0; round < 100; round++) {
      var preadvices = new ArrayList<DispatchPreadvice>();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        preadvices.add(Preadvices.random(random, "CLSCLA%06d".formatted(i / 2), i));
      }

      var encoded = Writing.encode("upu-cardit", Preadvices.messages(preadvices));
      var reading = Reading.of(encoded.document());

      assertThat(encoded.carriages()).containsOnly(Carriage.WHOLE);
      assertThat(reading.problems()).isEmpty();
      assertThat(reading.messages())
          .extracting(message -> Preadvices.nameless(message.data()))
          .containsExactlyInAnyOrderElementsOf(preadvices);
      for (var message : reading.messages()) {
        assertThat(CHECKER.check(message.data())).isEmpty();
      }
    }
  }

  @Test
  void theDispatchesOfAConsignmentAreOneMessage() throws IOException {
    var first = Preadvices.plain("CLSCLA000001", "CLSCLABRSAODACN60001");
    var second = Preadvices.plain("CLSCLA000001", "CLSCLABRSAODBCN60002");

    var document = Writing.encode("upu-cardit", Preadvices.messages(List.of(first, second)));

    assertThat(new String(document.document(), ISO_8859_1))
        .isEqualTo(
            """
            UNA:+.? '
            UNB+UNOC:3+CHASQUI+J1CCLA:58+261104:1010+CHQ000000001++CARDIT'
            UNH+1+IFCSUM:D:96B:UN'
            BGM++CLSCLA000001+9'
            DTM+137:202611041010:203'
            NAD+MS+CLA:160:139'
            CNI+1+CLSCLA000001'
            GID+1+1:BG'
            HAN+N'
            GIN+BN+CLSCLABRSAODACN60001001000105'
            CNI+2+CLSCLA000001'
            GID+1+1:BG'
            HAN+N'
            GIN+BN+CLSCLABRSAODBCN60002001000105'
            UNT+13+1'
            UNZ+1+CHQ000000001'
            """);
  }

  @Test
  void aDispatchWithoutConsignmentOrReceptacleIsRefused() {
    var homeless = Preadvices.plain(null, "CLSCLABRSAODACN60001");
    var empty =
        Preadvices.with(Preadvices.plain("CLSCLA000001", "CLSCLABRSAODACN60001"), List.of());

    assertThat(faults(homeless)).containsExactly("ERROR EAD-4005 /consignmentId");
    assertThat(faults(empty)).containsExactly("ERROR EAD-4005 /receptacles");
  }

  @Test
  void whatCarditHasNoPlaceForIsNoted() {
    var item = new ReceptacleItem("CP123456785CL", null, null, Map.of());
    var receptacle =
        new Receptacle(
            "CLSCLABRSAODACN60001001000105",
            "BG",
            null,
            1,
            List.of("9912345"),
            false,
            List.of(item),
            Map.of());
    var preadvice =
        Preadvices.with(
            Preadvices.plain("CLSCLA000001", "CLSCLABRSAODACN60001"), List.of(receptacle));

    assertThat(faults(preadvice))
        .containsExactly(
            "WARNING EAD-4004 /receptacles/0/dangerousGoods",
            "WARNING EAD-4004 /receptacles/0/itemCount",
            "WARNING EAD-4004 /receptacles/0/sealNumbers",
            "WARNING EAD-4004 /receptacles/0/items");
  }

  @Test
  void theReconstructedSampleIsRead() throws IOException {
    var sample = SharedFolder.path("samples/upu/RECONSTRUCTED_CARDIT.edi");

    var reading = Reading.of(Files.readAllBytes(sample));

    assertThat(reading.problems()).isEmpty();
    var preadvice = (DispatchPreadvice) reading.messages().getFirst().data();
    assertThat(preadvice.dispatchId()).isEqualTo("USJFKABRSAODAUN50001");
    assertThat(preadvice.consignmentId()).isEqualTo("USJFKA000123");
    assertThat(preadvice.function()).isEqualTo(MessageFunction.ORIGINAL);
    assertThat(preadvice.legs().getFirst().departsAt()).isEqualTo("2025-03-04T18:00:00-05:00");
    assertThat(preadvice.legs().getFirst().arrivesAt()).isEqualTo("2025-03-05T06:00:00-03:00");
    assertThat(preadvice.totals().grossMass().value()).isEqualTo("3.4");
    assertThat(preadvice.extensions()).containsKey("upu.cardit");
  }

  private static List<String> faults(DispatchPreadvice preadvice) {
    List<RegionalMessage> messages = Preadvices.messages(List.of(preadvice));
    return Writing.encode("upu-cardit", messages).carriages().getFirst().problems().stream()
        .map(
            problem ->
                problem.severity() + " " + problem.code().code() + " " + problem.location().text())
        .toList();
  }
}
