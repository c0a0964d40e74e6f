package org.chasqui.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.edifact.DefinitionException;
import org.chasqui.codec.folder.FormatException;
import org.chasqui.profile.ConfigurationException;
import org.chasqui.profile.Profiles;

/** What the {@code config} folder says: the formats, the parties and the rules. */
record Region(Path home, CodecRegistry codecs, Profiles profiles, Checks checks) {

  /** Loads the folder of this installation. */
  static Region load() {
    return load(installed(), System.getenv());
  }

  static Region load(Path home, Map<String, String> environment) {
    var config = home.resolve("config");
    if (!Files.isDirectory(config)) {
      throw Failure.run(
          "no folder config in " + home + ": run the launcher chasqui, or set CHASQUI_HOME");
    }
    try {
      var codecs = Codecs.all(config);
      var profiles = Profiles.load(config, environment, new Formats(codecs));
      return new Region(home, codecs, profiles, new Checks(config, profiles));
    } catch (ConfigurationException | DefinitionException | FormatException e) {
      throw Failure.run(e.getMessage().strip());
    }
  }

  /** True for a format that is a folder. */
  boolean isFolder(String format) {
    return Files.isRegularFile(folderOf(format).resolve("format.yaml"));
  }

  /** The folder of a format that is one. */
  Path folderOf(String format) {
    return home.resolve("config/formats").resolve(format);
  }

  /** The folder that holds {@code config} and {@code routes}. */
  static Path installed() {
    var set = System.getProperty("chasqui.home", System.getenv("CHASQUI_HOME"));
    return Path.of(set == null ? "" : set).toAbsolutePath().normalize();
  }
}
