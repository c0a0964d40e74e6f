package org.chasqui.codec.folder;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.SaxonApiException;
import org.chasqui.message.Problem;

/**
 * The other side of a format that is a folder: what its simulated hub finds in a document, and what
 * it answers by the folder's own template. Thread-safe.
 */
public final class FolderHub {
  private final FolderFormat format;
  private final FolderFormat.Parts parts;

  private FolderHub(FolderFormat format) {
    this.format = format;
    this.parts = format.parts();
  }

  /**
   * What a document holds.
   *
   * @param problem why it cannot be read, or null
   */
  public record Submission(List<String> itemIds, Problem problem) {}

  /**
   * A place of a document that is against the schema of the folder.
   *
   * @param place pointer or XPath
   * @param rule of the schema
   */
  public record Fault(String place, String rule) {}

  /**
   * The hub of a folder.
   *
   * @throws FormatException with every fault of the folder
   * @throws IllegalArgumentException when the definition has no {@code hub}
   */
  public static FolderHub of(Path folder) {
    var format = FolderFormat.load(folder);
    if (format.definition().hub() == null || !format.writes()) {
      throw new IllegalArgumentException(format.name() + "/format.yaml describes no hub");
    }
    return new FolderHub(format);
  }

  /** The ids of the items in a document. */
  public Submission read(byte[] document) {
    var tree = AnswerTree.of(parts.engine(), as(), document);
    if (tree.problem() != null) {
      return new Submission(List.of(), tree.problem());
    }
    try {
      var selector = parts.items().load();
      selector.setContextItem(tree.root());
      var itemIds = new ArrayList<String>();
      selector.evaluate().forEach(item -> itemIds.add(item.getStringValue().strip()));
      return new Submission(itemIds, null);
    } catch (SaxonApiException e) {
      throw new IllegalStateException("hub.items of " + format.name(), e);
    }
  }

  private String as() {
    var type = format.definition().writes().mediaType();
    return type.contains("json") ? "json" : type.contains("xml") ? "xml" : "text";
  }

  /** What is against the schema; empty for a valid document and for a format without schema. */
  public List<Fault> faults(byte[] document) {
    return parts.writeSchema() == null
        ? List.of()
        : parts.writeSchema().faults(document).stream()
            .map(fault -> new Fault(fault.location().text(), fault.rule()))
            .toList();
  }

  /** True when the folder says how its hub answers; else it answers in regional JSON. */
  public boolean answers() {
    return parts.hub() != null;
  }

  /** Media type of the answers. */
  public String mediaType() {
    var type = format.definition().hub().mediaType();
    return type == null ? format.definition().writes().mediaType() : type;
  }

  /**
   * An answer of the hub.
   *
   * @param facts {@code receipt} or {@code rulings} as the template sees them
   * @throws IllegalStateException when the template fails
   */
  public byte[] answer(String facts) {
    try {
      var source = new StreamSource(new StringReader(facts));
      var input = parts.engine().processor().newDocumentBuilder().build(source);
      var result = parts.hub().write(input, Instant.EPOCH, Map.of());
      return switch (result) {
        case Stylesheet.Result.Done done -> done.bytes();
        case Stylesheet.Result.Failed failed ->
            throw new IllegalStateException(failed.place().text() + " " + failed.text());
      };
    } catch (SaxonApiException e) {
      throw new IllegalStateException("facts of the sandbox are XML", e);
    }
  }
}
