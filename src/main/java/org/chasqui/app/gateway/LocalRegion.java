package org.chasqui.app.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.SandboxOptions;

/** A gateway and the simulated hubs of the region, joined, in this process. */
public final class LocalRegion implements AutoCloseable {
  private final Region region;
  private final Tokens tokens;
  private final Sandbox sandbox;
  private final Gateway gateway;

  private LocalRegion(Region region, Tokens tokens, Sandbox sandbox, Gateway gateway) {
    this.region = region;
    this.tokens = tokens;
    this.sandbox = sandbox;
    this.gateway = gateway;
  }

  /**
   * Starts hubs, then the gateway.
   *
   * @param port of the gateway; 0 for a free one
   */
  public static LocalRegion start(Region region, SandboxOptions options, Path data, int port)
      throws Exception {
    return start(region, options, data, port, Map.of());
  }

  /** The same with variables that the gateway sees instead of the sandbox's. */
  public static LocalRegion start(
      Region region, SandboxOptions options, Path data, int port, Map<String, String> instead)
      throws Exception {
    var tokens = Tokens.issue(data, region.profiles());
    var sandbox = Sandbox.start(options.withEnvironment(System.getenv()));
    try {
      var environment = environment(sandbox, data, port);
      environment.putAll(instead);
      var gateway = Gateway.start(new GatewayOptions(region.home(), environment));
      sandbox.connect(gateway.url(), tokens.byParty());
      return new LocalRegion(region, tokens, sandbox, gateway);
    } catch (Exception e) {
      sandbox.close();
      throw e;
    }
  }

  /** The environment of a gateway that talks to a sandbox. */
  public static Map<String, String> environment(Sandbox sandbox, Path data, int port) {
    var environment = new HashMap<>(System.getenv());
    environment.putAll(sandbox.environment());
    environment.put("CHASQUI_DATA", data.toString());
    environment.put("CHASQUI_PORT", Integer.toString(port));
    environment.put("CHASQUI_CALENDARS_KEEP", "false");
    environment.putIfAbsent("CHASQUI_FIRST_POLL", "PT0.5S");
    environment.putIfAbsent("CHASQUI_POLL_EVERY", "PT1S");
    environment.putIfAbsent("CHASQUI_FIRST_BACKOFF", "PT0.5S");
    environment.putIfAbsent("CHASQUI_BREAKER_PAUSE", "PT2S");
    return environment;
  }

  /** What its configuration says. */
  public Region region() {
    return region;
  }

  /** The tokens of all its parties. */
  public Tokens tokens() {
    return tokens;
  }

  /** Its simulated hubs. */
  public Sandbox sandbox() {
    return sandbox;
  }

  /** Its gateway. */
  public Gateway gateway() {
    return gateway;
  }

  /** Address of the door of its gateway. */
  public URI url() {
    return gateway.url();
  }

  @Override
  public void close() throws IOException {
    try {
      gateway.close();
    } finally {
      sandbox.close();
    }
  }
}
