package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;

/** What is read back of views is what was written, but for what was reported as lost. */
class CdsRoundTripTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final ProfileView POST =
      new ProfileView(
          "cla",
          "urn:lac-ead:party:CL:post:CLA",
          "CorreosChile",
          "CL",
          "CLP",
          ZoneId.of("-03:00"),
          List.of("es"),
          Map.of(),
          Map.of(),
          false);

  @Test
  void readsBackWhatItWroteButForReportedLosses() throws Exception {
    var codec = NationalViews.encoder("upu-cds");
    var declarations = new Declarations(20261124, NationalViews.CDS);
    for (int round = 0; round < 400; round++) {
      var message = declarations.next();
      var context = new EncodeContext(NationalViews.CDS, NationalViews.AT, "R1");
      var encoded = codec.encode(List.of(message), context);
      var carriage = encoded.carriages().getFirst();
      assertThat(carriage.carried()).as("%s", carriage.problems()).isTrue();
      var back = read(encoded.document());
      assertThat(back.items()).hasSize(1);
      var decoded = back.items().getFirst();
      var problems =
          Stream.concat(carriage.problems().stream(), decoded.problems().stream()).toList();
      assertThat(unlike(message, decoded.message(), problems)).as("round %d", round).isEmpty();
    }
  }

  private static Outcome read(byte[] document) throws Exception {
    var context =
        new DecodeContext(
            POST, "urn:lac-ead:party:XX:gateway:CHASQUI", NationalViews.AT, "document");
    return Outcome.of(
        NationalViews.decoder("upu-cds"), new ByteArrayInputStream(document), context);
  }

  private static Set<String> unlike(
      RegionalMessage sent, RegionalMessage read, List<Problem> problems) throws Exception {
    var before = JSON.readTree(new RegionalJson().write(sent)).at("/data");
    var after = JSON.readTree(new RegionalJson().write(read)).at("/data");
    var unlike = new TreeSet<String>();
    leaves(before, "", after, unlike);
    unlike.removeIf(pointer -> problems.stream().anyMatch(problem -> tells(problem, pointer)));
    // an organisation is joined with the name
    unlike.removeIf(
        pointer ->
            pointer.endsWith("/name")
                && problems.stream()
                    .anyMatch(
                        problem -> tells(problem, pointer.replace("/name", "/organisationName"))));
    // not of the item, or said by the parts
    unlike.removeAll(List.of("/flow", "/declaredValue/amount", "/declaredValue/currencyCode"));
    unlike.removeIf(pointer -> pointer.endsWith("/quantityUnitCode"));
    return unlike;
  }

  private static boolean tells(Problem problem, String pointer) {
    return problem.location() instanceof Location.AtPointer at
        && (pointer.equals(at.pointer()) || pointer.startsWith(at.pointer() + "/"));
  }

  private static void leaves(JsonNode before, String at, JsonNode after, Set<String> unlike) {
    if (before.isObject()) {
      before
          .fieldNames()
          .forEachRemaining(
              name -> leaves(before.get(name), at + "/" + name, after.path(name), unlike));
    } else if (before.isArray()) {
      for (int i = 0; i < before.size(); i++) {
        leaves(before.get(i), at + "/" + i, after.path(i), unlike);
      }
    } else if (!before.asText().strip().equals(after.asText().strip())) {
      unlike.add(at);
    }
  }
}
