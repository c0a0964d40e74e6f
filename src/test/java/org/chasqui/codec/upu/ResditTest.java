package org.chasqui.codec.upu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.SharedFolder;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.message.EventType;
import org.chasqui.message.Place;
import org.chasqui.message.Reason;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Scope;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResditTest {
  private static final RecordChecker CHECKER = RecordChecker.bundled();
  private static final String DISPATCH = "CLSCLAPELIMAACN60042";
  private static final List<String> CODES = List.of("74", "24", "48", "21", "82", "6", "40", "99");

  @Test
  void whatIsWrittenIsReadAsTheSameEvents() throws IOException {
    var random = new Random(49);
    for (int round = 0; round < 100; round++) {
      var events = new ArrayList<TrackingEvent>();
      for (int i = 0; i < 10; i++) {
        var code = CODES.get(random.nextInt(CODES.size() - 1));
        events.add(event(random, code, 1 + random.nextInt(random.nextInt(40) == 0 ? 300 : 5)));
      }

      var encoded = encode("upu-resdit", events);
      var reading = Reading.of(encoded.document());

      assertThat(encoded.carriages()).containsOnly(Carriage.WHOLE);
      assertThat(reading.problems()).isEmpty();
      var read = reading.messages();
      assertThat(read).hasSameSizeAs(events);
      for (int i = 0; i < read.size(); i++) {
        assertThat(copy((TrackingEvent) read.get(i).data(), null)).isEqualTo(events.get(i));
      }
      for (var message : reading.messages()) {
        assertThat(CHECKER.check(message.data())).isEmpty();
      }
    }
  }

  @Test
  void postsReceiveEventsOfReceptaclesAsResdit() throws IOException {
    var event = event(new Random(1), "74", 2);

    var reading = Reading.of(encode("upu-edi", List.of(event)).document());

    assertThat(reading.messages())
        .extracting(message -> copy((TrackingEvent) message.data(), null))
        .containsExactly(event);
  }

  @Test
  void whatResditCannotSayIsRefusedWithItsPlace() {
    var event = event(new Random(1), "74", 1);

    assertThat(faults(copy(event, Map.of())))
        .containsExactly("EAD-4005 /extensions/upu.resdit/consignmentId");
    var other = event(new Random(1), "99", 1);
    assertThat(faults(listed(other, "elsewhere"))).containsExactly("EAD-4005 /eventType");
  }

  @ParameterizedTest
  @CsvSource({
    "RECONSTRUCTED_RESDIT_74.edi, RECEPTACLE_RECEIVED, 2025-03-04T15:12:00-05:00",
    "RECONSTRUCTED_RESDIT_21.edi, RECEPTACLE_HANDOVER, 2025-03-05T08:10:00-03:00"
  })
  void theReconstructedSamplesAreRead(String file, EventType type, String at) throws IOException {
    var reading = Reading.of(Files.readAllBytes(SharedFolder.path("samples/upu/" + file)));

    assertThat(reading.problems()).isEmpty();
    var event = (TrackingEvent) reading.messages().getFirst().data();
    assertThat(event.eventType()).isEqualTo(type);
    assertThat(event.occurredAt()).isEqualTo(at);
    assertThat(event.scope().receptacleIds()).containsExactly("USJFKABRSAODAUN50001001100034");
  }

  @Test
  void thePartiesOfCarriersAreKept() throws IOException {
    var parties = Files.readString(SharedFolder.path("samples/upu/resdit_nad_fragments.edi"));
    var whole = Files.readString(SharedFolder.path("samples/upu/RECONSTRUCTED_RESDIT_74.edi"));
    int more = (int) parties.lines().count();
    var document =
        whole.replace("LOC+175", parties + "LOC+175").replace("UNT+10", "UNT+" + (10 + more));

    var reading = Reading.of(document.getBytes(StandardCharsets.UTF_8));

    assertThat(reading.problems()).isEmpty();
    var event = (TrackingEvent) reading.messages().getFirst().data();
    assertThat(event.extensions().get("upu.resdit").toString())
        .contains("role=CH, code=QF, agency=3", "role=CN, code=AT001, agency=139");
  }

  private static Encoded encode(String codec, List<TrackingEvent> events) {
    return Writing.encode(codec, events.stream().map(ResditTest::message).toList());
  }

  static List<RegionalMessage> messages(Random random) {
    return CODES.stream()
        .limit(CODES.size() - 1)
        .map(code -> message(event(random, code, 1 + random.nextInt(3))))
        .toList();
  }

  private static List<String> faults(TrackingEvent event) {
    return encode("upu-resdit", List.of(event)).carriages().getFirst().problems().stream()
        .map(problem -> problem.code().code() + " " + problem.location().text())
        .toList();
  }

  private static TrackingEvent event(Random random, String code, int receptacles) {
    boolean there = CarrierEvents.isAtDestination(code);
    var offset = there ? "-05:00" : "-03:00";
    var ids = new ArrayList<String>();
    for (int i = 1; i <= receptacles; i++) {
      ids.add(DISPATCH + "%03d000105".formatted(i));
    }
    var extension = new LinkedHashMap<String, Object>();
    extension.put("consignmentId", "CLSCLA000042");
    extension.put("status", "1");
    if (random.nextBoolean()) {
      extension.put("scheduledDeparture", "2026-11-04T03:30:00" + offset);
      extension.put("scheduledArrival", "2026-11-04T05:05:00-05:00");
      extension.put("parties", List.of(Map.of("role", "CZ", "code", "CLA", "agency", "139")));
    }
    var place = new Place(null, null, there ? "LIM" : "SCL", null, null, null, null, Map.of());
    return TrackingEvent.builder()
        .eventId("id")
        .eventType(CarrierEvents.event(code).orElse(EventType.OTHER))
        .sourceEventCode(code)
        .sourceEventListId(CarrierEvents.LIST)
        .timeType(TimeType.ACTUAL)
        .occurredAt("2026-11-04T%02d:35:00%s".formatted(random.nextInt(24), offset))
        .scope(new Scope(List.of(), ids, null, Map.of()))
        .location(random.nextBoolean() ? place : null)
        .reason(
            random.nextBoolean() ? new Reason("5", "UN:9013", "it's: so", null, Map.of()) : null)
        .extensions(Map.of("upu.resdit", extension))
        .build();
  }

  private static TrackingEvent copy(TrackingEvent event, Map<String, Object> extensions) {
    return with(
        event, event.sourceEventListId(), extensions == null ? event.extensions() : extensions);
  }

  private static TrackingEvent listed(TrackingEvent event, String list) {
    return with(event, list, event.extensions());
  }

  private static TrackingEvent with(
      TrackingEvent event, String list, Map<String, Object> extensions) {
    return event.toBuilder().eventId("id").sourceEventListId(list).extensions(extensions).build();
  }

  private static RegionalMessage message(TrackingEvent event) {
    return Writing.message("XX:other:LA", "CL:post:CLA", event);
  }
}
