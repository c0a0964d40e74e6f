package org.chasqui.codec.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmValue;
import org.chasqui.codec.FieldLosses;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.MessageKind;

/** One folder as it was loaded: its definition, and what is compiled from it when first needed. */
final class FolderFormat {
  private final Path folder;
  private final FormatDefinition definition;
  private final Pattern recognises;
  private final Map<MessageKind, FieldLosses> losses = new EnumMap<>(MessageKind.class);
  private final Map<String, Codes> codes = new ConcurrentHashMap<>();
  private Parts parts;

  private FolderFormat(Path folder, FormatDefinition definition) {
    this.folder = folder;
    this.definition = definition;
    var reads = definition.reads();
    recognises = reads == null ? null : Pattern.compile(reads.recognises());
    if (definition.writes() != null) {
      definition
          .writes()
          .carries()
          .forEach(
              (name, paths) -> {
                var kind = DefinitionFile.kind(name).orElseThrow();
                var looked = new HashSet<>(paths);
                looked.addAll(implied(name));
                losses.put(kind, FieldLosses.of(kind.dataClass(), looked));
              });
    }
  }

  /** Paths of what the documents of a kind say by being what they are. */
  Set<String> implied(String kind) {
    return definition.writes().implies().getOrDefault(kind, Map.of()).keySet();
  }

  /**
   * What is compiled.
   *
   * @param write null for a format that is only read; so is what else a folder may be without
   */
  record Parts(
      Engine engine,
      Stylesheet write,
      DocumentSchema writeSchema,
      Stylesheet read,
      DocumentSchema readSchema,
      XPathExecutable items,
      Stylesheet hub) {}

  /**
   * Reads the definition of a folder; what it names is compiled later.
   *
   * @throws FormatException with every fault of the definition
   */
  static FolderFormat load(Path folder) {
    var faults = new ArrayList<FormatFault>();
    var definition = DefinitionFile.read(folder, faults);
    if (definition.isEmpty()) {
      throw new FormatException(faults);
    }
    return new FolderFormat(folder, definition.get());
  }

  String name() {
    return folder.getFileName().toString();
  }

  Path folder() {
    return folder;
  }

  FormatDefinition definition() {
    return definition;
  }

  boolean writes() {
    return definition.writes() != null;
  }

  boolean reads() {
    return definition.reads() != null;
  }

  Set<MessageKind> kindsWritten() {
    return kinds(writes() ? definition.writes().kinds() : List.of());
  }

  private static Set<MessageKind> kinds(List<String> names) {
    return names.stream()
        .map(name -> DefinitionFile.kind(name).orElseThrow())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(MessageKind.class)));
  }

  boolean recognises(String head) {
    return recognises != null && recognises.matcher(head).find();
  }

  FieldLosses losses(MessageKind kind) {
    return losses.get(kind);
  }

  /**
   * What is compiled, the first time at some cost.
   *
   * @throws FormatException with every fault of the style sheets and schemas
   */
  synchronized Parts parts() {
    if (parts == null) {
      var faults = new ArrayList<FormatFault>();
      var compiled = new Compiler(new Engine(folder), faults).parts();
      if (!faults.isEmpty()) {
        throw new FormatException(faults);
      }
      parts = compiled;
    }
    return parts;
  }

  /** Compiles what the definition names and gathers the faults. */
  private final class Compiler {
    private final Engine engine;
    private final List<FormatFault> faults;

    Compiler(Engine engine, List<FormatFault> faults) {
      this.engine = engine;
      this.faults = faults;
    }

    Parts parts() {
      var writes = definition.writes();
      var reads = definition.reads();
      var hub = definition.hub();
      return new Parts(
          engine,
          writes == null ? null : sheet(writes.template()),
          writes == null ? null : schema(writes.schema()),
          reads == null ? null : sheet(reads.template()),
          reads == null ? null : schema(reads.schema()),
          hub == null ? null : items(hub.items()),
          hub == null || hub.template() == null ? null : sheet(hub.template()));
    }

    private Stylesheet sheet(String file) {
      var longest = Duration.ofSeconds(definition.longestSeconds());
      return engine
          .compile(file, faults)
          .map(compiled -> new Stylesheet(engine, file, compiled, longest))
          .orElse(null);
    }

    private DocumentSchema schema(String file) {
      return file == null
          ? null
          : DocumentSchema.read(folder.resolve(file), engine.name(file), faults).orElse(null);
    }

    private XPathExecutable items(String expression) {
      try {
        return engine.xpath(expression);
      } catch (SaxonApiException e) {
        faults.add(
            new FormatFault(
                engine.name(DefinitionFile.NAME), 0, 0, "hub.items: " + e.getMessage()));
        return null;
      }
    }
  }

  /** The parameters of a template: each setting by its name, and the code maps. */
  Map<QName, XdmValue> parameters(ProfileView view) {
    var parameters = new HashMap<QName, XdmValue>();
    definition
        .settings()
        .forEach(
            (key, setting) -> {
              var value = view.setting(key, setting.value());
              if (value != null) {
                parameters.put(new QName(key), new XdmAtomicValue(value));
              }
            });
    // made here: as a constant it would load the processor of style sheets with every start
    parameters.put(new QName(LocalTime.NAMESPACE, "codes"), codes(view));
    return parameters;
  }

  /** Made once for the maps of a profile, which may be long. */
  private XdmMap codes(ProfileView view) {
    var known = codes.get(view.party());
    if (known == null || known.codes() != view.codes()) {
      known = new Codes(view.codes(), map(view.codes()));
      codes.put(view.party(), known);
    }
    return known.map();
  }

  private XdmMap map(Map<String, Map<String, String>> given) {
    var maps = new HashMap<XdmAtomicValue, XdmValue>();
    for (var name : definition.codeMaps()) {
      if (given.containsKey(name)) {
        var map = new HashMap<XdmAtomicValue, XdmValue>();
        given
            .get(name)
            .forEach((from, to) -> map.put(new XdmAtomicValue(from), new XdmAtomicValue(to)));
        maps.put(new XdmAtomicValue(name), new XdmMap(map));
      }
    }
    return new XdmMap(maps);
  }

  private record Codes(Map<String, Map<String, String>> codes, XdmMap map) {}
}
