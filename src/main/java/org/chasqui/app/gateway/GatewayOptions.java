package org.chasqui.app.gateway;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How a gateway is started.
 *
 * @param home folder with {@code config/} and {@code routes/}
 * @param environment variables that settings and profiles may name; a key of {@code
 *     config/application.properties} in its environment form wins over the file
 */
public record GatewayOptions(Path home, Map<String, String> environment) {

  /** Copies the environment. */
  public GatewayOptions {
    environment = Map.copyOf(environment);
  }

  /** The same with further variables. */
  public GatewayOptions with(Map<String, String> more) {
    var all = new HashMap<>(environment);
    all.putAll(more);
    return new GatewayOptions(home, all);
  }
}
