package org.chasqui.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chasqui.message.DecisionStatus;

/**
 * One case of {@code config/conformance}.
 *
 * @param step what is done
 * @param title by language
 * @param ending last two digits of the serial number of the item id, which ask a simulated hub for
 *     an outcome
 * @param decisions what must be decided; null when nothing must
 */
public record ConformanceCase(
    String name, Step step, Map<String, String> title, String ending, Decisions decisions) {

  /** What is done with the hub. */
  public enum Step {
    /** One item is delivered and its decisions awaited. */
    @JsonProperty("outcome")
    OUTCOME,
    /** The same with a hub that fails once. */
    @JsonProperty("recovers")
    RECOVERS,
    /** One item is delivered that the hub must refuse by name. */
    @JsonProperty("refuses-item")
    REFUSES_ITEM,
    /** One document is delivered twice under one key. */
    @JsonProperty("duplicate")
    DUPLICATE,
    /** Half a document is delivered. */
    @JsonProperty("malformed-document")
    MALFORMED_DOCUMENT,
    /** An item with a code of no list is delivered. */
    @JsonProperty("unknown-code")
    UNKNOWN_CODE,
    /** As many items as the profile allows are delivered in one document. */
    @JsonProperty("batch")
    BATCH,
    /** One item more. */
    @JsonProperty("oversize-batch")
    OVERSIZE_BATCH,
    /** A document is delivered with a wrong secret. */
    @JsonProperty("authentication-refused")
    AUTHENTICATION_REFUSED
  }

  /**
   * Statuses of which one must come.
   *
   * @param first before the last; none needed when empty
   * @param last the decision that ends the case
   */
  public record Decisions(List<DecisionStatus> first, List<DecisionStatus> last) {
    /** An absent list is empty. */
    public Decisions {
      first = first == null ? List.of() : List.copyOf(first);
      last = last == null ? List.of() : List.copyOf(last);
    }
  }

  /** Title in a language; English for another. */
  public String title(String language) {
    return title.getOrDefault(language, title.get("en"));
  }

  /**
   * The cases of a folder in the order of their files.
   *
   * @throws IllegalArgumentException when a file is none: names it and what is wrong
   */
  public static List<ConformanceCase> of(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(ConformanceCase::read)
          .toList();
    }
  }

  private static ConformanceCase read(Path file) {
    try {
      var read =
          new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), ConformanceCase.class);
      if (read.name == null || read.step == null || read.title == null || read.ending == null) {
        throw new IllegalArgumentException(file + ": name, step, title and ending are needed");
      }
      return read;
    } catch (IOException e) {
      var told = e.getMessage().lines().findFirst().orElse("cannot be read");
      throw new IllegalArgumentException(file + ": " + told, e);
    }
  }
}
