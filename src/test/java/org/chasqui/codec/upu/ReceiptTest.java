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
import org.chasqui.message.EventType;
import org.chasqui.message.Mass;
import org.chasqui.message.Place;
import org.chasqui.message.Reason;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Scope;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RESDES and RESCON: what became of receptacles. */
class ReceiptTest {
  private static final RecordChecker CHECKER = RecordChecker.bundled();
  private static final List<String> CODES = List.of("74", "24", "21", "82", "49", "41");

  @ParameterizedTest
  @ValueSource(strings = {"upu-resdes", "upu-rescon"})
  void whatIsWrittenIsReadAsTheSameEvents(String codec) throws IOException {
    var random = new Random(51);
    for (int round = 0; round < 60; round++) {
      var events = new ArrayList<TrackingEvent>();
      for (int i = 0; i < 8; i++) {
        // those of one dispatch stand together in a message
        events.add(event(random, i / 4, codec.equals("upu-rescon")));
      }

      var encoded = Writing.encode(codec, events.stream().map(ReceiptTest::message).toList());
      var reading = Reading.of(encoded.document());

      assertThat(encoded.carriages()).containsOnly(Carriage.WHOLE);
      assertThat(reading.problems()).isEmpty();
      assertThat(reading.messages())
          .extracting(message -> nameless((TrackingEvent) message.data()))
          .isEqualTo(events);
      for (var message : reading.messages()) {
        assertThat(CHECKER.check(message.data())).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"resdes", "rescon"})
  void whatIsReadIsWrittenAsItStood(String name) throws IOException {
    var golden = Path.of("src/test/resources/golden/upu/" + name + "/input.edi");
    var read = Reading.of(Files.readAllBytes(golden)).messages();

    var written = Writing.encode("upu-" + name, read);

    assertThat(written.carriages()).containsOnly(Carriage.WHOLE);
    assertThat(body(new String(written.document(), ISO_8859_1)))
        .isEqualTo(body(Files.readString(golden, ISO_8859_1)));
  }

  /** Not who writes to whom and when, nor the numbers of receptacles: each status has its own. */
  private static List<String> body(String interchange) {
    var body = new ArrayList<String>();
    for (var line : interchange.lines().toList()) {
      var plain = line.replaceFirst("^CNI\\+\\d+", "CNI");
      boolean told = plain.startsWith("CNI") && body.contains(plain);
      if (!told && !plain.matches("(UN[ABHTZ]|DTM.137|NAD).*")) {
        body.add(plain);
      }
    }
    return body;
  }

  @ParameterizedTest
  @CsvSource({"false, BGM+785, RESDES", "true, RFF+CN, RESCON"})
  void postsReceiveWhatBecameOfReceptaclesInTheMessageThatSaysIt(
      boolean consigned, String segment, String type) {
    var event = event(new Random(1), 1, consigned);

    var written = Writing.encode("upu-edi", List.of(message(event)));

    assertThat(new String(written.document(), ISO_8859_1))
        .contains("UNH+1+" + type + ":D:00A:UN'")
        .contains(segment);
  }

  @Test
  void anEventOfTwoReceptaclesIsWrittenOnceForEach() throws IOException {
    var one = event(new Random(1), 1, false);
    var ids = List.of(receptacle(1, 1), receptacle(1, 2));
    var two = with(one, new Scope(List.of(), ids, dispatch(1), Map.of()), one.eventType());

    var reading = Reading.of(Writing.encode("upu-resdes", List.of(message(two))).document());

    assertThat(reading.messages())
        .extracting(message -> message.envelope().subject())
        .containsExactlyElementsOf(ids);
  }

  @Test
  void whatTheLayoutsCannotSayIsRefusedWithItsPlace() {
    var event = event(new Random(1), 1, false);
    var mixed = new Scope(List.of(), List.of(receptacle(1, 1), receptacle(2, 1)), null, Map.of());
    var none = new Scope(List.of(), List.of(), dispatch(1), Map.of());

    assertThat(faults("upu-rescon", event))
        .containsExactly("ERROR /extensions/upu.rescon/consignmentId");
    assertThat(faults("upu-resdes", with(event, mixed, event.eventType())))
        .containsExactly("ERROR /scope/receptacleIds/1");
    assertThat(faults("upu-resdes", with(event, none, event.eventType())))
        .containsExactly("ERROR /scope/receptacleIds");
    assertThat(faults("upu-resdes", with(event, event.scope(), EventType.DELIVERED)))
        .containsExactly("ERROR /eventType");
    assertThat(faults("upu-resdes", event(new Random(1), 1, true)))
        .containsExactly("WARNING /extensions");
  }

  private static List<String> faults(String codec, TrackingEvent event) {
    return Writing.encode(codec, List.of(message(event))).carriages().getFirst().problems().stream()
        .map(problem -> problem.severity() + " " + problem.location().text())
        .toList();
  }

  private static String dispatch(int number) {
    return "BRSAODCLSCLAACN6%04d".formatted(number);
  }

  private static String receptacle(int dispatch, int number) {
    return dispatch(dispatch) + "%03d000105".formatted(number);
  }

  private static TrackingEvent event(Random random, int number, boolean consigned) {
    var code = CODES.get(random.nextInt(CODES.size()));
    var office = new Place("CLSCLA", null, null, null, null, null, "CL", Map.of());
    var airport = new Place(null, null, "SCL", null, null, null, null, Map.of());
    return TrackingEvent.builder()
        .eventId("id")
        .eventType(CarrierEvents.event(code).orElseThrow())
        .sourceEventCode(code)
        .sourceEventListId(CarrierEvents.LIST)
        .timeType(TimeType.ACTUAL)
        .occurredAt(
            "2026-11-04T%02d:35:%02d-03:00".formatted(random.nextInt(24), random.nextInt(60)))
        .scope(
            new Scope(
                List.of(),
                List.of(receptacle(number, 1 + random.nextInt(900))),
                dispatch(number),
                Map.of()))
        .location(random.nextBoolean() ? office : random.nextBoolean() ? airport : null)
        .nextLocation(random.nextBoolean() ? office : null)
        .reason(
            random.nextBoolean() ? new Reason("5", "UN:9013", "it's: so", null, Map.of()) : null)
        .actionCode(random.nextBoolean() ? "F" : null)
        .measuredMass(random.nextBoolean() ? new Mass("10.4", "KGM") : null)
        .extensions(
            consigned
                ? Map.of("upu.rescon", Map.of("consignmentId", "BR-2026:1" + number))
                : Map.of())
        .build();
  }

  /** The gateway makes the ids of events itself. */
  private static TrackingEvent nameless(TrackingEvent event) {
    return with(event, event.scope(), event.eventType());
  }

  private static TrackingEvent with(TrackingEvent event, Scope scope, EventType type) {
    return event.toBuilder().eventId("id").eventType(type).scope(scope).build();
  }

  private static RegionalMessage message(TrackingEvent event) {
    return Writing.message("CL:post:CLA", "BR:post:BRA", event);
  }
}
