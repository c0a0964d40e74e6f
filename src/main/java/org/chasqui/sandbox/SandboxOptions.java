package org.chasqui.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chasqui.profile.Profile;

/**
 * What a sandbox is made of.
 *
 * @param administrations whose hubs are simulated; only those with transport {@code http} get one
 * @param timeScale factor on all time spans of the scripts: 0.1 for quick tests
 * @param strict whether hubs check all that their schemas say; else only what they need to answer
 * @param scripted whether the item id tells the outcome; else every item is released at once
 * @param config folder with {@code schema} and {@code formats}, for strict checks
 * @param wcoSchemas folder with the XSDs of the WCO declaration, or null to check its structure
 *     only
 * @param environment secrets that are set already; others are made up
 */
public record SandboxOptions(
    List<Profile> administrations,
    double timeScale,
    boolean strict,
    boolean scripted,
    Path config,
    Path wcoSchemas,
    Map<String, String> environment) {

  /** Copies the collections. */
  public SandboxOptions {
    administrations = List.copyOf(administrations);
    environment = Map.copyOf(environment);
  }

  /** Strict and scripted, at the pace of a demonstration. */
  public static SandboxOptions of(List<Profile> administrations, Path config) {
    return new SandboxOptions(administrations, 1.0, true, true, config, null, Map.of());
  }

  /** The same at another pace. */
  public SandboxOptions withTimeScale(double scale) {
    return new SandboxOptions(
        administrations, scale, strict, scripted, config, wcoSchemas, environment);
  }

  /** The same for measuring: hubs check and do as little as they can. */
  public SandboxOptions forLoad() {
    return new SandboxOptions(
        administrations, timeScale, false, false, config, wcoSchemas, environment);
  }

  /** The same with schemas of the WCO declaration. */
  public SandboxOptions withWcoSchemas(Path folder) {
    return new SandboxOptions(
        administrations, timeScale, strict, scripted, config, folder, environment);
  }

  /** The same with secrets that are set already. */
  public SandboxOptions withEnvironment(Map<String, String> variables) {
    return new SandboxOptions(
        administrations, timeScale, strict, scripted, config, wcoSchemas, variables);
  }
}
