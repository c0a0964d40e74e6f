package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.EventType;
import org.chasqui.message.Mass;
import org.chasqui.message.Place;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Reason;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Scope;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmsevtTest {
  private static final List<Place> PLACES =
      List.of(impc("BRSAOD"), impc("CLSCLA"), impc("PELIMA"), facility("AGF 0412"));

  @ParameterizedTest
  @EnumSource(EventType.class)
  void anEventComesThroughOrIsRefusedWithItsPlace(EventType type) throws IOException {
    var event = event(new Random(1), 1, type, EventCodes.code(type).orElse(null));

    var encoded = Writing.encode("upu-emsevt", List.of(message(event)));

    if (EventCodes.code(type).isPresent()) {
      var read = Reading.of(encoded.document()).messages().getFirst().data();
      assertThat(((TrackingEvent) read).eventType()).isEqualTo(type);
    } else {
      assertThat(faults(encoded.carriages().getFirst())).containsExactly("ERROR /eventType");
      assertThat(encoded.document()).isEmpty();
    }
  }

  @Test
  void whatIsWrittenIsReadAsTheSameEvents() throws IOException {
    var random = new Random(40);
    for (int round = 0; round < 50; round++) {
      var events = new ArrayList<TrackingEvent>();
      for (int i = 0; i < 10; i++) {
        events.add(spoken(random, i));
      }

      var encoded = Writing.encode("upu-emsevt", events.stream().map(EmsevtTest::message).toList());
      assertThat(encoded.carriages()).containsOnly(Carriage.WHOLE);
      var reading = Reading.of(encoded.document());

      assertThat(reading.problems()).isEmpty();
      assertThat(reading.messages())
          .extracting(message -> nameless((TrackingEvent) message.data()))
          .isEqualTo(events);
      for (var message : reading.messages()) {
        assertThat(RecordChecker.bundled().check(message.data())).isEmpty();
      }
    }
  }

  @Test
  void writesTheFormOfTheGuide() {
    var event = event(new Random(1), 12_345_678, EventType.HELD_BY_IMPORT_CUSTOMS, "EME");
    var exact =
        with(event, "2026-11-04T14:12:00-03:00", impc("BRSAOD"), null, reason("50", null), null);

    var encoded = Writing.encode("upu-emsevt", List.of(message(exact)));

    assertThat(new String(encoded.document(), ISO_8859_1))
        .isEqualTo(
            """
            UNA:+.? '
            UNB+UNOC:3+CHASQUI+J1CCLA:58+261104:1010+CHQ000000001++EMSEVT'
            UNH+1+EMSEVT:D:00A:UN:M40'
            BGM+77+CHQ000000001-1+9'
            DTM+137:202611041010:203'
            NAD+MS+BRA:160:139'
            NAD+MR+CLA:160:139'
            CNI+1+CP123456785CL'
            STS+1+EME::139+50::139'
            DTM+7:202611041412:203'
            LOC+175+BRSAOD::139'
            UNT+10+1'
            UNZ+1+CHQ000000001'
            """);
  }

  @Test
  void anEventOfTwoItemsIsWrittenOnceForEach() throws IOException {
    var event = event(new Random(1), 1, EventType.ARRIVED_INWARD_OE, "EMD");
    var both = scoped(event, new Scope(List.of(item(1), item(2)), List.of(), null, Map.of()));

    var reading = Reading.of(Writing.encode("upu-emsevt", List.of(message(both))).document());

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.messages())
        .extracting(message -> message.data().businessKey())
        .containsExactly("CP000000015CL", "CP000000025CL");
    assertThat(reading.messages())
        .extracting(message -> ((TrackingEvent) message.data()).eventId())
        .doesNotHaveDuplicates();
  }

  @Test
  void whatEmsevtCannotSayIsRefusedOrNoted() {
    var event = event(new Random(1), 1, EventType.ARRIVED_INWARD_OE, "EMD");
    var bags = new Scope(List.of(), List.of("CLSCLABRSAODACN60042001100105"), null, Map.of());
    var held = event(new Random(1), 1, EventType.HELD_BY_IMPORT_CUSTOMS, "EME");

    assertThat(faults(scoped(event, bags))).containsExactly("ERROR /scope/items");
    assertThat(faults(with(held, held.occurredAt(), null, null, null, null)))
        .containsExactly("ERROR /reason/code");
    assertThat(faults(timed(event, TimeType.ESTIMATED))).containsExactly("ERROR /timeType");
    assertThat(faults(with(event, "yesterday", null, null, null, null)))
        .containsExactly("ERROR /occurredAt");
    assertThat(faults(weighed(event))).containsExactly("WARNING /measuredMass");
  }

  @Test
  void mutationsGiveLocatedProblemsAndNoException() throws IOException {
    var whole = Files.readAllBytes(Path.of("src/test/resources/golden/upu/emsevt/input.edi"));
    var random = new Random(40);
    for (int round = 0; round < 5_000; round++) {
      var reading = Reading.of(HostileInterchangeTest.mutated(whole, random));
      for (var problem : reading.problems()) {
        assertThat(problem.location()).isNotNull();
      }
      for (var message : reading.messages()) {
        assertThat(message.data().businessKey()).isNotNull();
      }
      assertThat(ControlMessage.write(reading.report(), Writing.context())).isNotNull();
    }
  }

  private static List<String> faults(TrackingEvent event) {
    return faults(Writing.encode("upu-emsevt", List.of(message(event))).carriages().getFirst());
  }

  private static List<String> faults(Carriage carriage) {
    return carriage.problems().stream().map(EmsevtTest::fault).toList();
  }

  private static String fault(Problem problem) {
    assertThat(problem.code()).isIn(ProblemCode.TARGET_NEEDS, ProblemCode.NO_TARGET);
    return problem.severity() + " " + problem.location().text();
  }

  private static TrackingEvent spoken(Random random, int number) {
    var types =
        List.of(EventType.values()).stream().filter(t -> EventCodes.code(t).isPresent()).toList();
    var type = types.get(random.nextInt(types.size()));
    return event(random, number, type, EventCodes.code(type).orElseThrow());
  }

  private static TrackingEvent event(Random random, int number, EventType type, String code) {
    var place = PLACES.get(random.nextInt(PLACES.size()));
    boolean explained = EventCodes.needsReason(type) || random.nextBoolean();
    var reason = reason("5" + random.nextInt(10), random.nextBoolean() ? "it's so: ok?" : null);
    var list = EventCodes.reasons(type);
    var zoned = place.impcCode() == null ? "-03:00" : offset(place.impcCode());
    return TrackingEvent.builder()
        .eventId("id")
        .eventType(type)
        .sourceEventCode(code)
        .sourceEventListId(EventCodes.LIST)
        .timeType(TimeType.ACTUAL)
        .occurredAt(
            "2026-11-04T%02d:12:%02d%s".formatted(random.nextInt(24), random.nextInt(60), zoned))
        .scope(new Scope(List.of(item(number)), List.of(), null, Map.of()))
        .location(place)
        .nextLocation(random.nextBoolean() ? impc("CLSCLA") : null)
        .reason(explained ? new Reason(reason.code(), list, reason.text(), null, Map.of()) : null)
        .actionCode(
            type == EventType.RETURNED
                ? EventCodes.RETURNED_TO_SENDER
                : random.nextBoolean() ? "B" : null)
        .build();
  }

  private static String offset(String impc) {
    return impc.startsWith("PE") ? "-05:00" : "-03:00";
  }

  private static DeclarationReference item(int number) {
    return new DeclarationReference("CP%08d5CL".formatted(number), null, null, null, Map.of());
  }

  private static Place impc(String code) {
    return new Place(code, null, null, null, null, null, code.substring(0, 2), Map.of());
  }

  private static Place facility(String code) {
    return new Place(null, null, null, null, code, null, null, Map.of());
  }

  private static Reason reason(String code, String text) {
    return new Reason(code, "UPU:CL-RETENTION", text, null, Map.of());
  }

  private static TrackingEvent nameless(TrackingEvent event) {
    return copy(event, "id", event.timeType(), event.scope(), null);
  }

  private static TrackingEvent scoped(TrackingEvent event, Scope scope) {
    return copy(event, "id", event.timeType(), scope, null);
  }

  private static TrackingEvent timed(TrackingEvent event, TimeType type) {
    return copy(event, "id", type, event.scope(), null);
  }

  private static TrackingEvent weighed(TrackingEvent event) {
    return copy(event, "id", event.timeType(), event.scope(), new Mass("1.5", "KGM"));
  }

  private static TrackingEvent copy(
      TrackingEvent event, String id, TimeType time, Scope scope, Mass mass) {
    return event.toBuilder()
        .eventId(id)
        .timeType(time)
        .scope(scope)
        .measuredMass(mass)
        .extensions(Map.of())
        .build();
  }

  private static TrackingEvent with(
      TrackingEvent event, String at, Place here, Place next, Reason reason, String action) {
    return event.toBuilder()
        .eventId("id")
        .occurredAt(at)
        .location(here)
        .nextLocation(next)
        .reason(reason)
        .actionCode(action)
        .extensions(Map.of())
        .build();
  }

  private static RegionalMessage message(TrackingEvent event) {
    return Writing.message("BR:post:BRA", "CL:post:CLA", event);
  }
}
