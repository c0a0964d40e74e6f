package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.DispatchTotals;
import org.chasqui.message.Document;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemId;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Place;
import org.chasqui.message.Receptacle;
import org.chasqui.message.ReceptacleItem;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.TimeType;
import org.chasqui.message.TransportLeg;
import org.junit.jupiter.api.Test;

class PredesTest {
  private static final RecordChecker CHECKER = RecordChecker.bundled();

  @Test
  void whatIsWrittenIsReadAsTheSameDispatches() throws IOException {
    var random = new Random(41);
    for (int round = 0; round < 40; round++) {
      var dispatches = new ArrayList<DispatchPreadvice>();
      for (int i = 0; i < 5; i++) {
        dispatches.add(dispatch(random, i));
      }

      var encoded =
          Writing.encode("upu-predes", dispatches.stream().map(PredesTest::message).toList());
      assertThat(encoded.carriages()).containsOnly(Carriage.WHOLE);
      var reading = Reading.of(encoded.document());

      assertThat(reading.problems()).isEmpty();
      assertThat(reading.messages())
          .extracting(message -> nameless((DispatchPreadvice) message.data()))
          .isEqualTo(dispatches);
      for (var message : reading.messages()) {
        assertThat(CHECKER.check(message.data())).isEmpty();
        assertThat(message.envelope().recipient()).isEqualTo("urn:lac-ead:party:CL:post:CLA");
      }
    }
  }

  @Test
  void preconIsReadBackAsTheSameDispatchAndRefusedWithoutConsignment() throws IOException {
    var random = new Random(42);
    int written = 0;
    for (int i = 0; i < 40; i++) {
      var dispatch = dispatch(random, i);
      var encoded = Writing.encode("upu-precon", List.of(message(dispatch)));
      if (dispatch.consignmentId() == null) {
        assertThat(encoded.carriages().getFirst().carried()).isFalse();
        assertThat(encoded.carriages().getFirst().problems())
            .extracting(problem -> problem.location().text())
            .containsExactly("/consignmentId");
        continue;
      }
      written++;
      assertThat(encoded.carriages()).containsOnly(Carriage.WHOLE);
      var reading = Reading.of(encoded.document());
      assertThat(reading.problems()).isEmpty();
      assertThat(nameless((DispatchPreadvice) reading.messages().getFirst().data()))
          .isEqualTo(dispatch);
    }
    assertThat(written).isBetween(1, 39);
  }

  @Test
  void aSubclassThatBeginsWithNoMailClassGivesNone() throws IOException {
    var sample = Files.readString(Path.of("samples/predes-cl-br.edi"), ISO_8859_1);

    var reading = Reading.of(sample.replace("ACN60042", "AXN60042").getBytes(ISO_8859_1));

    assertThat(reading.problems()).isEmpty();
    var dispatch = (DispatchPreadvice) reading.messages().getFirst().data();
    assertThat(dispatch.mailClassCode()).isNull();
    assertThat(dispatch.mailSubclassCode()).isEqualTo("XN");
    assertThat(CHECKER.check(dispatch)).isEmpty();
  }

  @Test
  void writesTheFormOfTheGuide() throws IOException {
    var golden = Path.of("src/test/resources/golden/upu/predes/input.edi");
    var read = Reading.of(Files.readAllBytes(golden)).messages().getFirst();

    var written = Writing.encode("upu-predes", List.of(read));

    assertThat(written.carriages()).containsOnly(Carriage.WHOLE);
    assertThat(body(new String(written.document(), ISO_8859_1)))
        .isEqualTo(body(Files.readString(golden, ISO_8859_1)));
  }

  /** What the dispatch itself says: not who writes to whom and when. */
  private static List<String> body(String interchange) {
    return interchange
        .lines()
        .filter(line -> !line.matches("(UN[ABHTZ]|DTM.137|NAD.MR).*"))
        .toList();
  }

  @Test
  void whatPredesCannotSayIsRefusedOrNoted() {
    var dispatch = dispatch(new Random(1), 1);
    var bag = dispatch.receptacles().getFirst();
    var odd =
        new Receptacle("BAG", null, bag.grossMass(), null, List.of(), null, List.of(), Map.of());
    var typed =
        new Receptacle(bag.receptacleId(), "BG", null, 9, List.of(), true, List.of(), Map.of());

    assertThat(faults(with(dispatch, List.of(), dispatch.legs())))
        .containsExactly("ERROR /receptacles");
    assertThat(faults(with(dispatch, List.of(odd), dispatch.legs())))
        .containsExactly("ERROR /receptacles/0/receptacleId");
    assertThat(faults(with(dispatch, List.of(typed), List.of())))
        .containsExactly(
            "WARNING /receptacles/0/typeCode",
            "WARNING /receptacles/0/dangerousGoods",
            "WARNING /receptacles/0/itemCount");
    var nowhere =
        new TransportLeg(1, "4", null, null, null, null, impc("BRSAOD"), null, null, null);
    assertThat(faults(with(dispatch, List.of(bag), List.of(nowhere))))
        .containsExactly("ERROR /legs/0");
  }

  @Test
  void mutationsGiveLocatedProblemsAndNoException() throws IOException {
    var folder = Path.of("src/test/resources/golden/upu");
    var seeds =
        List.of(
            Files.readAllBytes(folder.resolve("predes/input.edi")),
            Files.readAllBytes(folder.resolve("predes-two-legs-and-totals-that-differ/input.edi")));
    var random = new Random(41);
    for (int round = 0; round < 5_000; round++) {
      var document = HostileInterchangeTest.mutated(seeds.get(round % 2), random);
      var reading = Reading.of(document);
      for (var problem : reading.problems()) {
        assertThat(problem.location()).isNotNull();
      }
      for (var message : reading.messages()) {
        assertThat(((DispatchPreadvice) message.data()).receptacles()).isNotEmpty();
      }
      assertThat(ControlMessage.write(reading.report(), Writing.context())).isNotNull();
    }
  }

  private static List<String> faults(DispatchPreadvice dispatch) {
    return Writing.encode("upu-predes", List.of(message(dispatch)))
        .carriages()
        .getFirst()
        .problems()
        .stream()
        .map(problem -> problem.severity() + " " + problem.location().text())
        .toList();
  }

  private static DispatchPreadvice dispatch(Random random, int number) {
    var id = "CLSCLABRSAODACN6%04d".formatted(1000 + number);
    var receptacles = new ArrayList<Receptacle>();
    var mass = BigDecimal.ZERO;
    int items = 0;
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      var bag = receptacle(random, id, i + 1);
      receptacles.add(bag);
      mass = mass.add(new BigDecimal(bag.grossMass().value()));
      items += bag.items().size();
    }
    var legs = random.nextBoolean() ? legs(random) : List.<TransportLeg>of();
    return DispatchPreadvice.builder()
        .preadviceId("id")
        .version(1)
        .function(List.of(MessageFunction.values()).get(random.nextInt(3)))
        .dispatchId(id)
        .originImpcCode("CLSCLA")
        .destinationImpcCode("BRSAOD")
        .mailCategoryCode("A")
        .mailClassCode("C")
        .mailSubclassCode("CN")
        .closedAt(random.nextBoolean() ? "2026-11-03T21:30:00-03:00" : null)
        .receptacles(receptacles)
        .legs(legs)
        .consignmentId(random.nextBoolean() ? "CL-2026:118" : null)
        .transportDocument(
            random.nextBoolean()
                ? new Document("740", "045-12345675", null, null, null, Map.of())
                : null)
        .totals(
            random.nextBoolean()
                ? new DispatchTotals(
                    receptacles.size(), items, new Mass(mass.toPlainString(), "KGM"), Map.of())
                : null)
        .build();
  }

  private static Receptacle receptacle(Random random, String dispatch, int number) {
    var items = new ArrayList<ReceptacleItem>();
    for (int i = 0; i < random.nextInt(13); i++) {
      var id = ItemId.s10("CP", "%08d".formatted(number * 100 + i), "CL").text();
      items.add(new ReceptacleItem(id, null, null, Map.of()));
    }
    return new Receptacle(
        dispatch + "%03d100105".formatted(number),
        null,
        new Mass("10." + random.nextInt(1, 10), "KGM"),
        items.isEmpty() ? null : items.size(),
        random.nextBoolean() ? List.of("S+1", "S2") : List.of(),
        null,
        items,
        Map.of());
  }

  private static List<TransportLeg> legs(Random random) {
    var lima = new Place(null, "PELIM", null, null, null, null, "PE", Map.of());
    var airport = new Place(null, null, "SCL", null, null, null, null, Map.of());
    var hub = new Place(null, null, null, null, "HUB 7", null, null, Map.of());
    boolean timed = random.nextBoolean();
    return List.of(
        new TransportLeg(
            1,
            "4",
            "LA",
            "LA530",
            random.nextBoolean() ? airport : impc("CLSCLA"),
            timed ? "2026-11-03T23:59:00-03:00" : null,
            lima,
            null,
            timed ? TimeType.PLANNED : null,
            Map.of()),
        new TransportLeg(
            2,
            "3",
            null,
            random.nextBoolean() ? "TR 1" : null,
            random.nextBoolean() ? lima : hub,
            null,
            impc("BRSAOD"),
            "2026-11-05T03:30:15-03:00",
            TimeType.PLANNED,
            Map.of()));
  }

  private static Place impc(String code) {
    return new Place(code, null, null, null, null, null, code.substring(0, 2), Map.of());
  }

  private static DispatchPreadvice nameless(DispatchPreadvice dispatch) {
    return dispatch.toBuilder().preadviceId("id").extensions(Map.of()).build();
  }

  private static DispatchPreadvice with(
      DispatchPreadvice dispatch, List<Receptacle> receptacles, List<TransportLeg> legs) {
    return dispatch.toBuilder()
        .function(MessageFunction.ORIGINAL)
        .receptacles(receptacles)
        .legs(legs)
        .totals(null)
        .build();
  }

  private static RegionalMessage message(DispatchPreadvice dispatch) {
    return new RegionalMessage(
        new Envelope(
            "0197f0c0-a1b2-7c3d-8e4f-" + dispatch.dispatchId().substring(8),
            "urn:lac-ead:party:CL:post:CLA",
            MessageKind.DISPATCH_PREADVICE,
            dispatch.businessKey(),
            "2026-11-03T12:00:00-03:00",
            "urn:lac-ead:party:BR:post:BRA",
            null,
            null,
            false,
            Map.of()),
        dispatch);
  }
}
