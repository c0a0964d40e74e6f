package org.chasqui.codec.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.codec.Codec;

/** The formats of {@code config/formats} that are folders: those with a {@code format.yaml}. */
public final class FolderCodecs {
  private final Regional regional;
  private final Map<String, FolderCodec> codecs = new LinkedHashMap<>();

  private FolderCodecs(Regional regional) {
    this.regional = regional;
  }

  /**
   * Reads the definitions; style sheets and schemas are compiled when first needed.
   *
   * @param formats folder of the formats; it need not exist
   * @throws FormatException with every fault of every definition
   */
  public static FolderCodecs load(Path formats, Regional regional) {
    var codecs = new FolderCodecs(regional);
    var faults = new ArrayList<FormatFault>();
    for (var folder : folders(formats)) {
      try {
        var format = FolderFormat.load(folder);
        codecs.codecs.put(format.name(), FolderCodec.of(format, regional));
      } catch (FormatException e) {
        faults.addAll(e.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new FormatException(faults);
    }
    return codecs;
  }

  private static List<Path> folders(Path formats) {
    if (!Files.isDirectory(formats)) {
      return List.of();
    }
    try (var folders = Files.list(formats)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(DefinitionFile.NAME)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The codecs, by the names of their folders. */
  public Collection<? extends Codec> all() {
    return List.copyOf(codecs.values());
  }

  /**
   * Compiles these formats now, so that no message waits for it.
   *
   * @param names others are passed over
   * @throws FormatException with every fault of every style sheet and schema
   */
  public void compile(Collection<String> names) {
    var faults = new ArrayList<FormatFault>();
    for (var codec : codecs.values()) {
      if (names.contains(codec.name())) {
        try {
          codec.format().parts();
        } catch (FormatException e) {
          faults.addAll(e.faults());
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new FormatException(faults);
    }
  }

  /** The folder behind a format. */
  public Optional<Path> folder(String name) {
    return Optional.ofNullable(codecs.get(name)).map(codec -> codec.format().folder());
  }

  /**
   * Takes a changed folder in place of the one that is used. It must compile, pass its golden cases
   * and still do what it did: kinds, batch, settings and code maps that profiles were checked with.
   *
   * @return why it is refused, with the old one in use; empty when the new one is
   */
  public List<FormatFault> reload(String name) {
    var codec = codecs.get(name);
    var folder = codec.format().folder();
    if (!Files.isRegularFile(folder.resolve(DefinitionFile.NAME))) {
      return List.of(new FormatFault(name + "/" + DefinitionFile.NAME, 0, 0, "is gone"));
    }
    try {
      var changed = FolderFormat.load(folder);
      changed.parts();
      var faults = new ArrayList<>(unlike(codec.format(), changed));
      faults.addAll(new FormatCheck(changed, regional).golden());
      if (faults.isEmpty()) {
        codec.exchange(changed);
      }
      return faults;
    } catch (FormatException e) {
      return e.faults();
    } catch (UncheckedIOException e) {
      return List.of(new FormatFault(name, 0, 0, "cannot be read: " + e.getMessage()));
    }
  }

  private static List<FormatFault> unlike(FolderFormat now, FolderFormat changed) {
    var faults = new ArrayList<FormatFault>();
    var old = FolderCodec.of(now, null);
    var other = FolderCodec.of(changed, null);
    unlike(faults, changed, now.reads() == changed.reads(), "reads");
    unlike(faults, changed, now.writes() == changed.writes(), "writes");
    unlike(faults, changed, changed.kindsWritten().containsAll(now.kindsWritten()), "writes.kinds");
    unlike(faults, changed, other.settings().containsAll(old.settings()), "settings");
    unlike(
        faults,
        changed,
        old.requiredSettings().containsAll(other.requiredSettings()),
        "required settings");
    unlike(faults, changed, other.codeMaps().containsAll(old.codeMaps()), "codeMaps");
    if (now.writes() && changed.writes()) {
      int before = now.definition().writes().batch();
      int after = changed.definition().writes().batch();
      unlike(faults, changed, after >= before, "writes.batch");
    }
    return faults;
  }

  private static void unlike(
      List<FormatFault> faults, FolderFormat changed, boolean same, String what) {
    if (!same) {
      var file = changed.name() + "/" + DefinitionFile.NAME;
      faults.add(
          new FormatFault(
              file, 0, 0, what + " can do less than before: the profiles are checked at a start"));
    }
  }

  /**
   * Everything that is wrong with a folder: definition, style sheets, schemas, golden cases.
   *
   * @param update writes the expected files of the golden cases anew, to be read by who asked
   */
  public static CheckedFormat check(Path folder, Regional regional, boolean update) {
    try {
      var format = FolderFormat.load(folder);
      format.parts();
      return new FormatCheck(format, regional).checked(update);
    } catch (FormatException e) {
      return new CheckedFormat(0, e.faults());
    }
  }
}
