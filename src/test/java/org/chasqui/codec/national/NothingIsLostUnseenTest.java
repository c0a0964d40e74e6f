package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise P5: each populated field stands in the document or is reported as a loss. */
class NothingIsLostUnseenTest {
  private static final Path FULL = Path.of("src/test/resources/golden/national/full-message.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** They tell messages apart, they say nothing of the item. */
  private static final Set<String> OF_THE_MESSAGE = Set.of("/declarationId", "/version");

  static List<Encoder> encoders() {
    return NationalViews.DECLARING;
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void carriesOrReportsEachFieldOfAFullMessage(Encoder codec) throws Exception {
    var full = message(codec);
    var whole = encode(codec, full);
    assertThat(whole.carriesAny()).as("%s", whole.carriages()).isTrue();
    var unseen = new TreeSet<String>();
    for (var pointer : leaves(full.at("/data"), "")) {
      if (!reported(whole, pointer) && same(whole, encode(codec, without(full, pointer)))) {
        unseen.add(pointer);
      }
    }
    unseen.removeAll(ImpliedFields.of(codec.name()));
    unseen.removeAll(OF_THE_MESSAGE);
    assertThat(unseen).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void refusesWhatTheSenderCallsCritical(Encoder codec) throws Exception {
    var full = message(codec);
    ((ObjectNode) full.at("/data")).putArray("critical").add("br.ext");
    var encoded = encode(codec, full);
    assertThat(encoded.carriesAny()).isFalse();
    assertThat(encoded.carriages().getFirst().problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.isError()).isTrue();
              assertThat(problem.code().code()).isEqualTo("EAD-4004");
              assertThat(problem.location().text()).isEqualTo("/critical/0");
            });
  }

  @Test
  void theFullMessageHasEachFieldOfTheSchema() throws Exception {
    var full = JSON.readTree(Files.readAllBytes(FULL)).at("/data");
    var missing = new TreeSet<String>();
    missing(ItemDeclaration.class, full, "", missing);
    missing.removeIf(path -> path.endsWith("critical"));
    assertThat(missing).isEmpty();
  }

  private static void missing(Class<?> type, JsonNode at, String path, Set<String> missing) {
    for (var component : type.getRecordComponents()) {
      if (component.getName().equals("other")) {
        continue;
      }
      var value = at.path(component.getName());
      var place = path + "/" + component.getName();
      if (value.isMissingNode()) {
        missing.add(place);
      } else if (element(component).isRecord()) {
        missing(element(component), value.isArray() ? value.get(0) : value, place, missing);
      }
    }
  }

  private static Class<?> element(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : component.getType();
  }

  private static JsonNode message(Encoder codec) throws Exception {
    var full = JSON.readTree(Files.readAllBytes(FULL));
    var home = NationalViews.view(codec).countryCode();
    ((ObjectNode) full.at("/data"))
        .put("destinationCountryCode", home)
        .put("function", NationalViews.function(codec).name());
    return full;
  }

  private static Encoded encode(Encoder codec, JsonNode message) throws Exception {
    var read = new RegionalJson().read(JSON.writeValueAsBytes(message));
    return codec.encode(List.of(read), NationalViews.encoding(codec, List.of(read)));
  }

  private static boolean same(Encoded one, Encoded other) {
    return Arrays.equals(one.document(), other.document())
        && one.carriages().equals(other.carriages());
  }

  /** Reported at its own place or at the object or list that it belongs to, but not at the root. */
  private static boolean reported(Encoded encoded, String pointer) {
    return encoded.carriages().getFirst().problems().stream()
        .map(Problem::location)
        .filter(Location.AtPointer.class::isInstance)
        .map(location -> ((Location.AtPointer) location).pointer())
        .anyMatch(at -> !at.isEmpty() && (pointer.equals(at) || pointer.startsWith(at + "/")));
  }

  private static List<String> leaves(JsonNode node, String pointer) {
    var leaves = new ArrayList<String>();
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> leaves.addAll(leaves(field.getValue(), pointer + "/" + field.getKey())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        leaves.addAll(leaves(array.get(i), pointer + "/" + i));
      }
    } else {
      leaves.add(pointer);
    }
    return leaves;
  }

  private static JsonNode without(JsonNode message, String pointer) {
    var copy = message.deepCopy();
    int last = pointer.lastIndexOf('/');
    var parent = copy.at("/data" + pointer.substring(0, last));
    var name = pointer.substring(last + 1);
    if (parent instanceof ArrayNode array) {
      array.remove(Integer.parseInt(name));
    } else {
      ((ObjectNode) parent).remove(name);
    }
    return copy;
  }
}
