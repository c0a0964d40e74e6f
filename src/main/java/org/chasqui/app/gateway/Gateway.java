package org.chasqui.app.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.folder.FormatException;
import org.chasqui.codec.folder.FormatFault;
import org.chasqui.connector.CodecCatalog;
import org.chasqui.flow.GatewayFlow;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.Ledgers;
import org.chasqui.profile.Profiles;

/** One gateway: the parts joined and running. */
public final class Gateway implements AutoCloseable {
  private final Ledger ledger;
  private final Profiles profiles;
  private final Codecs.Loaded codecs;
  private final AtomicBoolean complete;
  private final GatewayMeters meters;
  private final GatewayFlow flow;
  private final FormatWatch formats;
  private final ProfileWatch parties;
  private final String host;

  Gateway(
      Ledger ledger,
      Profiles profiles,
      Codecs.Loaded codecs,
      AtomicBoolean complete,
      GatewayMeters meters,
      GatewayFlow flow,
      FormatWatch formats,
      ProfileWatch parties,
      String host) {
    this.ledger = ledger;
    this.profiles = profiles;
    this.codecs = codecs;
    this.complete = complete;
    this.meters = meters;
    this.flow = flow;
    this.formats = formats;
    this.parties = parties;
    this.host = host;
  }

  /** The file that holds the digests of the tokens of a gateway with this data folder. */
  public static Path tokens(Path data) {
    return data.resolve("tokens.csv");
  }

  /**
   * Starts a gateway; returns when it is ready.
   *
   * @throws IllegalArgumentException when a setting is wrong: names file, key, rule and value
   * @throws FormatException with every fault of the folders of formats
   * @throws Exception when a part cannot start, with the reason
   */
  public static Gateway start(GatewayOptions options) throws Exception {
    return start(options, null, Clock.systemUTC());
  }

  /** The same with a witness of every step of every route, and a clock. */
  public static Gateway start(GatewayOptions options, Consumer<String> witness, Clock clock)
      throws Exception {
    var gateway = open(options, witness, clock);
    try {
      gateway.complete();
      return gateway;
    } catch (RuntimeException e) {
      gateway.close();
      throw e;
    }
  }

  /** Starts a gateway; returns when its door accepts, which is not ready before it is complete. */
  public static Gateway open(GatewayOptions options) throws Exception {
    return open(options, null, Clock.systemUTC());
  }

  private static Gateway open(GatewayOptions options, Consumer<String> witness, Clock clock)
      throws Exception {
    var settings = new GatewaySettings(options);
    Files.createDirectories(settings.data().resolve("inbox"));
    var storage = settings.ledger().at(clock);
    var opening = CompletableFuture.supplyAsync(() -> Ledgers.open(storage));
    try {
      var codecs = Codecs.load(settings.config());
      var profiles =
          Profiles.load(
              settings.config(), options.environment(), new CodecCatalog(codecs.registry()));
      var ledger = Beside.joined(opening);
      ledger.recover();
      return new Wiring(options, settings, codecs, profiles, ledger, clock).gateway(witness);
    } catch (Exception e) {
      opening.handle((ledger, unopened) -> ledger).thenAccept(Gateway::closed).join();
      throw e;
    }
  }

  private static void closed(Ledger ledger) {
    if (ledger != null) {
      ledger.close();
    }
  }

  /**
   * Does what need not be done before the door opens: compiles the formats that are folders. What
   * is accepted meanwhile waits for them in the queues of its parties.
   *
   * @throws FormatException with every fault of every style sheet and schema
   */
  public void complete() {
    codecs.folders().compile(Wiring.formats(profiles));
    complete.set(true);
  }

  /** Address of the door. */
  public URI url() {
    return URI.create("http://" + host + ":" + flow.port());
  }

  /** The ledger of this gateway. */
  public Ledger ledger() {
    return ledger;
  }

  /** The parties of this gateway. */
  public Profiles profiles() {
    return profiles;
  }

  /** The formats of this gateway. */
  public CodecRegistry codecs() {
    return codecs.registry();
  }

  /** Why the changed folder of a format is not in use; empty when it is. */
  public List<FormatFault> refusedFormat(String name) {
    return formats.refused(name);
  }

  /** Why changed files of parties are not in use; empty when they are. */
  public List<String> refusedProfiles() {
    return parties.refused();
  }

  @Override
  public void close() throws IOException {
    formats.close();
    parties.close();
    try {
      flow.close();
    } catch (Exception e) {
      throw new IOException("the routes did not stop", e);
    } finally {
      meters.close();
      ledger.close();
    }
  }
}
