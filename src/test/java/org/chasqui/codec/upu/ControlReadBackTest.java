package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.chasqui.SharedFolder;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.InterchangeReport;
import org.chasqui.message.Acknowledgement;
import org.chasqui.message.AcknowledgementStatus;
import org.chasqui.message.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every CONTRL of the golden cases is read back by two readers, without a fault. */
class ControlReadBackTest {
  private static final Path FOLDER = Path.of("src/test/resources/edifact/contrl");
  private static final Path CASES = Path.of("src/test/resources/golden/upu");
  private static final Definitions CONTRL = Definitions.of(FOLDER);

  static List<Path> answers() throws IOException {
    try (var folders = Files.list(CASES)) {
      var answers = new ArrayList<Path>();
      for (var folder : folders.sorted().toList()) {
        var answer = folder.resolve("contrl.edi");
        if (Files.size(answer) > 0) {
          answers.add(answer);
        }
      }
      return answers;
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theGenericReaderReadsItWithoutFault(Path answer) throws IOException {
    var reports = new ArrayList<InterchangeReport>();
    int groups = read(answer, reports);

    var report = reports.getFirst();
    assertThat(report.faults()).isEmpty();
    assertThat(report.messages()).singleElement().matches(message -> message.faults().isEmpty());
    assertThat(groups)
        .isEqualTo(
            (int) Files.readAllLines(answer).stream().filter(l -> l.startsWith("UCF+")).count());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void staediReadsItWithoutError(Path answer) throws Exception {
    assertThat(staediErrors(Files.readAllBytes(answer))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theDecoderReadsItAsAcknowledgementsOfWhatItsCaseSays(Path answer) throws IOException {
    var report = Reading.of(Files.readAllBytes(answer.resolveSibling("input.edi"))).report();

    var reading = Reading.of(Files.readAllBytes(answer));

    assertThat(reading.problems()).isEmpty();
    assertThat(told(reading)).isEqualTo(expected(report));
  }

  private static List<String> told(Reading reading) {
    return reading.messages().stream()
        .map(message -> (Acknowledgement) message.data())
        .filter(each -> each.of().type() != null)
        .map(each -> each.status() + " " + places(each))
        .sorted()
        .toList();
  }

  private static List<String> places(Acknowledgement acknowledgement) {
    return acknowledgement.problems().stream()
        .filter(problem -> problem.detail().startsWith("segment"))
        .map(problem -> problem.detail().replaceAll(":.*", "") + " " + problem.sourceCode())
        .sorted()
        .toList();
  }

  /** By the report: what is rejected, and the place and code of each error in a segment. */
  private static List<String> expected(InterchangeReport report) {
    return report.messages().stream()
        .map(message -> status(message) + " " + places(message))
        .sorted()
        .toList();
  }

  private static AcknowledgementStatus status(InterchangeReport.Message message) {
    boolean errors = message.faults().stream().anyMatch(Fault::isError);
    return message.refused()
        ? AcknowledgementStatus.REJECTED
        : errors ? AcknowledgementStatus.ACCEPTED_WITH_WARNINGS : AcknowledgementStatus.ACCEPTED;
  }

  private static List<String> places(InterchangeReport.Message message) {
    var places = new ArrayList<String>();
    var segments = new HashSet<Integer>();
    for (var fault : message.faults()) {
      var at = (Location.InEdifact) fault.problem().location();
      boolean service = at.tag() != null && List.of("UNH", "UNT").contains(at.tag());
      if (fault.isError() && !service && (at.element() > 0 || segments.add(at.segment()))) {
        var untagged =
            new Location.InEdifact(null, at.segment(), null, at.element(), at.component());
        places.add(untagged.text() + " " + fault.error().code());
      }
    }
    return places.stream().sorted().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "RECONSTRUCTED_CONTRL_ack.edi, ACCEPTED, ACCEPTED",
    "RECONSTRUCTED_CONTRL_received.edi, RECEIVED,",
    "RECONSTRUCTED_CONTRL_reject.edi, ACCEPTED, REJECTED"
  })
  void theReconstructedSamplesAreRead(
      String file, AcknowledgementStatus interchange, AcknowledgementStatus message)
      throws IOException {
    var sample = SharedFolder.path("samples/upu/" + file);

    var reading = Reading.of(Files.readAllBytes(sample));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.messages())
        .extracting(each -> ((Acknowledgement) each.data()).status())
        .containsExactlyElementsOf(
            message == null ? List.of(interchange) : List.of(interchange, message));
  }

  @Test
  void staediRejectsAGroupWithoutItsReference() throws Exception {
    var answer = Files.readString(CASES.resolve("groups-acknowledged/contrl.edi"));
    assertThat(staediErrors(answer.replace("UCF+G1+", "UCF++").getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty();
  }

  @Test
  void whatAnswersAMutatedInterchangeIsReadWithoutFault() throws IOException {
    var random = new Random(45);
    var seeds = HostileInterchangeTest.seeds();
    int answered = 0;
    for (int round = 0; round < 5_000; round++) {
      var document =
          HostileInterchangeTest.mutated(seeds.get(random.nextInt(seeds.size())), random);
      var answer = ControlMessage.write(Reading.of(document).report(), Writing.context());
      if (answer.isPresent()) {
        answered++;
        var reports = new ArrayList<InterchangeReport>();
        read(answer.get(), reports);
        assertThat(reports.getFirst().faults()).isEmpty();
        assertThat(reports.getFirst().messages())
            .as(
                "%s answers %s",
                new String(answer.get(), ISO_8859_1), new String(document, ISO_8859_1))
            .allMatch(message -> message.faults().isEmpty());
      }
    }
    assertThat(answered).isGreaterThan(3_000);
  }

  private static int read(Path answer, List<InterchangeReport> reports) throws IOException {
    return read(Files.readAllBytes(answer), reports);
  }

  private static int read(byte[] answer, List<InterchangeReport> reports) throws IOException {
    var groups = new ArrayList<InterchangeReader.Item>();
    InterchangeReader.read(
        new ByteArrayInputStream(answer),
        CONTRL,
        new InterchangeReader.Sink() {
          @Override
          public int item(InterchangeReader.Item item) {
            groups.add(item);
            return item.lost() ? 0 : 1;
          }

          @Override
          public void end(InterchangeReport report) {
            reports.add(report);
          }
        });
    return groups.size();
  }

  private static List<String> staediErrors(byte[] answer) throws Exception {
    var errors = new ArrayList<String>();
    var factory = EDIInputFactory.newFactory();
    try (var reader = factory.createEDIStreamReader(new ByteArrayInputStream(answer))) {
      while (reader.hasNext()) {
        event(reader, errors);
      }
    }
    return errors;
  }

  private static void event(EDIStreamReader reader, List<String> errors) throws Exception {
    switch (reader.next()) {
      case START_TRANSACTION -> reader.setTransactionSchema(schema());
      case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
          errors.add(reader.getErrorType() + " " + reader.getLocation());
      default -> {}
    }
  }

  private static Schema schema() throws IOException, EDISchemaException {
    try (var in = Files.newInputStream(FOLDER.resolve("staedi.xml"))) {
      return SchemaFactory.newFactory().createSchema(in);
    }
  }
}
