package org.chasqui.app.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.edifact.DefinitionException;
import org.chasqui.codec.folder.FormatException;
import org.chasqui.connector.CodecCatalog;
import org.chasqui.connector.PartyView;
import org.chasqui.flow.MessageCheck;
import org.chasqui.profile.ConfigurationException;
import org.chasqui.profile.Profiles;
import org.chasqui.sandbox.traffic.TrafficWriter;

/** What the {@code config} folder says: the formats, the parties and the rules. */
public record Region(Path home, CodecRegistry codecs, Profiles profiles, MessageCheck checks) {

  /** Loads the folder of this installation. */
  public static Region load() {
    return load(installed(), System.getenv());
  }

  /**
   * Loads the {@code config} below a folder.
   *
   * @param environment variables that profiles may name
   * @throws Failure when it is not there or wrong, with every fault
   */
  public static Region load(Path home, Map<String, String> environment) {
    var config = home.resolve("config");
    if (!Files.isDirectory(config)) {
      throw Failure.run(
          "no folder config in " + home + ": run the launcher chasqui, or set CHASQUI_HOME");
    }
    try {
      var codecs = Codecs.all(config);
      var profiles = Profiles.load(config, environment, new CodecCatalog(codecs));
      return new Region(home, codecs, profiles, new Checks(config, profiles));
    } catch (ConfigurationException | DefinitionException | FormatException e) {
      throw Failure.run(e.getMessage().strip());
    }
  }

  /** True for a format that is a folder. */
  public boolean isFolder(String format) {
    return Files.isRegularFile(folderOf(format).resolve("format.yaml"));
  }

  /** The folder of a format that is one. */
  public Path folderOf(String format) {
    return home.resolve("config/formats").resolve(format);
  }

  /** Writes simulated traffic in a postal format, with what the profiles say of its senders. */
  public TrafficWriter writer(String codec) {
    return new TrafficWriter(
        codecs.encoder(codec).orElseThrow(),
        operator -> PartyView.of(profiles.operator(operator).orElseThrow()));
  }

  /** The folder that holds {@code config} and {@code routes}. */
  public static Path installed() {
    var set = System.getProperty("chasqui.home", System.getenv("CHASQUI_HOME"));
    return Path.of(set == null ? "" : set).toAbsolutePath().normalize();
  }
}
