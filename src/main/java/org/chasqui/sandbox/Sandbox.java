package org.chasqui.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.profile.Profile;

/** The simulated hubs of a region, each on its own loopback socket. */
public final class Sandbox implements AutoCloseable {
  private final Map<String, SimulatedHub> hubs = new LinkedHashMap<>();
  private final Map<String, HubControls> controls = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Gateway gateway = new Gateway();

  private Sandbox() {}

  /** Opens a socket for each administration and answers at once. */
  public static Sandbox start(SandboxOptions options) throws IOException {
    var sandbox = new Sandbox();
    try {
      for (var profile : options.administrations()) {
        if (profile.transport().calls()) {
          sandbox.open(profile, options);
        }
      }
      long pause = Math.round(60_000 * options.timeScale());
      sandbox.environment.put("CHASQUI_RELOGIN_PAUSE", "PT" + pause / 1000.0 + "S");
      return sandbox;
    } catch (IOException | RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  private void open(Profile profile, SandboxOptions options) throws IOException {
    var party = profile.id();
    var secrets = new HubSecrets(options.environment(), environment);
    var course = new Course(party, options);
    var register = new ItemRegister();
    var tally = new HubTally();
    var doors = doors(profile, options, course, register, tally);
    var pusher = new Pusher(party, doors.getFirst().format(), gateway, tally);
    var reception =
        new Reception(
            party,
            HubGate.of(party, profile.authentication(), secrets, course),
            "soap".equals(profile.transport().kind()) ? new SoapWire(profile) : new HubWire.Plain(),
            new EnquiryDesk(profile),
            doors,
            course,
            register,
            tally,
            pusher);
    var hub = new SimulatedHub(party, reception, pusher, tls(profile, secrets));
    hub.start();
    pusher.start();
    hubs.put(party, hub);
    controls.put(party, new HubControls(hub));
    environment.put("CHASQUI_HUB_" + party.toUpperCase(Locale.ROOT), hub.address().toString());
  }

  /** One for each document of the party, the usual one first. */
  private static List<HubDoor> doors(
      Profile profile,
      SandboxOptions options,
      Course course,
      ItemRegister register,
      HubTally tally) {
    var doors = new ArrayList<HubDoor>();
    var usual = HubFormats.of(profile, options, register);
    doors.add(
        new HubDoor(
            profile.transport().path(),
            usual,
            new Desks(usual, course, register, tally).of(profile.response())));
    for (var rule : profile.format().rules()) {
      var format = HubFormats.of(profile, rule, options, register);
      var response = rule.response() == null ? profile.response() : rule.response();
      doors.add(
          new HubDoor(
              rule.path() == null ? profile.transport().path() : rule.path(),
              format,
              new Desks(format, course, register, tally).of(response)));
    }
    return doors;
  }

  /** TLS of a hub whose profile has settings for it; null for plain HTTP. */
  private static HubTls tls(Profile profile, HubSecrets secrets) {
    var client =
        profile.authentication().all().stream()
            .filter(module -> module.module().equals("mutual-tls"))
            .map(module -> HubGate.client(secrets.settings(profile.id(), module)))
            .findFirst();
    var trust = profile.transport().settings().get("trust");
    if (trust == null && client.isEmpty()) {
      return null;
    }
    var password = profile.id();
    var server = secrets.server(profile.id(), trust, password);
    return new HubTls(HubKeys.tls(server, password, client.orElse(null)), client.isPresent());
  }

  /** Addresses and secrets of the hubs, by the names that the profiles use. */
  public Map<String, String> environment() {
    return Collections.unmodifiableMap(environment);
  }

  /**
   * Tells the hubs where to push their decisions.
   *
   * @param tokensByParty bearer tokens of the administrations by their ids
   */
  public void connect(URI address, Map<String, String> tokensByParty) {
    hubs.forEach(
        (party, hub) -> {
          var token = tokensByParty.get(party);
          if (token != null) {
            hub.pusher().connect(address, token);
          }
        });
  }

  /**
   * The hub of an administration.
   *
   * @throws IllegalArgumentException when there is none
   */
  public HubControls hub(String party) {
    var hub = controls.get(party);
    if (hub == null) {
      throw new IllegalArgumentException("the sandbox has no hub " + party);
    }
    return hub;
  }

  /** All hubs. */
  public Collection<HubControls> hubs() {
    return Collections.unmodifiableCollection(controls.values());
  }

  /** Closes all sockets; decisions not yet pushed are gone. */
  @Override
  public void close() {
    hubs.values().forEach(SimulatedHub::stop);
    try {
      for (var hub : hubs.values()) {
        hub.pusher().close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    gateway.close();
  }
}
