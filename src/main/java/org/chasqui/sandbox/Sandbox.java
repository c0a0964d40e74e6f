package org.chasqui.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.profile.Profile;

/** The simulated hubs of a region, each on its own loopback socket or in its own folder. */
public final class Sandbox implements AutoCloseable {
  private final Map<String, RunningHub> hubs = new LinkedHashMap<>();
  private final List<FileStation> stations = new ArrayList<>();
  private final Map<String, HubControls> controls = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Gateway gateway = new Gateway();

  private Sandbox() {}

  /** Opens a socket or folder for each administration and answers at once. */
  public static Sandbox start(SandboxOptions options) throws IOException {
    var sandbox = new Sandbox();
    try {
      for (var profile : options.administrations()) {
        if (!profile.transport().kind().equals("outbox")) {
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
    var station = profile.transport().calls() ? null : station(profile, secrets, doors);
    var pusher = new Pusher(party, doors.getFirst().format(), outlet(profile, station), tally);
    var reception =
        new Reception(
            party,
            HubGate.of(party, profile.authentication(), secrets, course),
            wire(profile),
            new EnquiryDesk(profile),
            doors,
            course,
            register,
            tally,
            pusher);
    start(
        station == null
            ? new SimulatedHub(party, reception, pusher, tls(profile, secrets))
            : new FileHub(party, station, reception, pusher, doors));
    showKey(profile, secrets, station);
  }

  private static void showKey(Profile profile, HubSecrets secrets, FileStation station) {
    if (station instanceof SftpStation server) {
      secrets.told(profile.transport().settings().get("knownHosts"), server.knownHosts());
    }
  }

  private void start(RunningHub hub) throws IOException {
    hub.start();
    hub.pusher().start();
    hubs.put(hub.party(), hub);
    controls.put(hub.party(), new HubControls(hub));
    environment.put("CHASQUI_HUB_" + hub.party().toUpperCase(Locale.ROOT), hub.location());
  }

  private static HubWire wire(Profile profile) {
    return switch (profile.transport().kind()) {
      case "soap" -> new SoapWire(profile);
      case "http" -> new HubWire.Plain();
      default -> new HubWire.Files();
    };
  }

  /** A folder or server with the folders that the profile names. */
  private FileStation station(Profile profile, HubSecrets secrets, List<HubDoor> doors)
      throws IOException {
    var proof =
        profile.authentication().all().stream()
            .filter(module -> module.module().equals("ssh"))
            .findFirst();
    var station =
        proof.isPresent()
            ? new SftpStation(secrets.settings(profile.id(), proof.get()))
            : new FileStation.Mounted();
    stations.add(station);
    for (var door : doors) {
      station.make(door.path());
    }
    var answers = profile.response().settings().get("folder");
    if (answers != null) {
      station.make(answers);
    }
    return station;
  }

  private Outlet outlet(Profile profile, FileStation station) {
    var answers = profile.response().settings().get("folder");
    return station == null || answers == null
        ? new Outlet.ByCall(gateway)
        : new Outlet.ByFile(station.folder(answers));
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
    hubs.values().forEach(RunningHub::stop);
    try {
      for (var hub : hubs.values()) {
        hub.pusher().close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    gateway.close();
    try {
      for (var station : stations) {
        station.remove();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox removes what it made", e);
    }
  }
}
