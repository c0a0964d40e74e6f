package org.chasqui.app.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.chasqui.flow.Backbone;
import org.chasqui.flow.FlowSettings;
import org.chasqui.ledger.LedgerConfiguration;
import org.chasqui.sftp.HostKey;
import org.chasqui.sftp.SftpSettings;

/** The keys of {@code config/application.properties} and what is made of them. */
public final class GatewaySettings {
  private static final Set<String> KEYS =
      Set.of(
          "chasqui.host",
          "chasqui.port",
          "chasqui.data",
          "chasqui.node",
          "chasqui.ledger.url",
          "chasqui.ledger.user",
          "chasqui.ledger.password",
          "chasqui.backbone",
          "chasqui.backbone.url",
          "chasqui.backbone.user",
          "chasqui.backbone.password",
          "chasqui.backbone.prefix",
          "chasqui.backbone.persistent-hops",
          "chasqui.document.most-bytes",
          "chasqui.document.at-once",
          "chasqui.waiting.most",
          "chasqui.sweep.every",
          "chasqui.gather.wait",
          "chasqui.item.reuse-after",
          "chasqui.folder.every",
          "chasqui.sftp.port",
          "chasqui.sftp.host-key",
          "chasqui.sftp.keys",
          "chasqui.formats.every",
          "chasqui.hub.timeout",
          "chasqui.calendars.keep");

  private final Path home;
  private final Settings settings;
  private final Path data;

  /**
   * Reads the file and the environment.
   *
   * @throws IllegalArgumentException when a key is unknown: names file, key, rule and value
   */
  public GatewaySettings(GatewayOptions options) throws IOException {
    home = options.home();
    settings =
        Settings.read(home.resolve("config/application.properties"), options.environment(), KEYS);
    data = Path.of(settings.text("chasqui.data")).toAbsolutePath();
  }

  /** The folder that keeps ledger, broker, inbox and tokens; absolute. */
  public Path data() {
    return data;
  }

  Path config() {
    return home.resolve("config");
  }

  String host() {
    return settings.text("chasqui.host");
  }

  /** Where the ledger stands: SQLite in the data folder unless an address is set. */
  public LedgerConfiguration ledger() throws IOException {
    var url = settings.text("chasqui.ledger.url");
    var node = settings.text("chasqui.node");
    if (url.isEmpty()) {
      return LedgerConfiguration.sqlite(data.resolve("ledger.db"), node);
    }
    if (!url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
      throw settings.error(
          "chasqui.ledger.url", "must start with jdbc:sqlite: or jdbc:postgresql:", url);
    }
    return LedgerConfiguration.of(
        url,
        settings.text("chasqui.ledger.user"),
        settings.secret("chasqui.ledger.password"),
        node);
  }

  /** What the flow is to know: doors, folders, limits and spans of time. */
  public FlowSettings flow() throws IOException {
    return new FlowSettings(
        host(),
        (int) settings.number("chasqui.port", 0, 65_535),
        home.resolve("routes"),
        data.resolve("inbox"),
        data.resolve("sftp"),
        sftp(),
        data.resolve("spool"),
        backbone(),
        settings.number("chasqui.document.most-bytes", 1, Long.MAX_VALUE),
        (int) settings.number("chasqui.document.at-once", 1, 10_000),
        settings.number("chasqui.waiting.most", 1, Long.MAX_VALUE),
        settings.duration("chasqui.sweep.every"),
        settings.duration("chasqui.gather.wait"),
        settings.duration("chasqui.item.reuse-after"),
        settings.duration("chasqui.folder.every"),
        settings.duration("chasqui.hub.timeout"),
        settings.yes("chasqui.calendars.keep"));
  }

  /** Null when no port is set. */
  private SftpSettings sftp() throws IOException {
    if (settings.text("chasqui.sftp.port").isEmpty()) {
      return null;
    }
    var keys = settings.text("chasqui.sftp.keys");
    try {
      return new SftpSettings(
          host(),
          (int) settings.number("chasqui.sftp.port", 0, 65_535),
          data.resolve("sftp"),
          keys.isEmpty() ? data.resolve("sftp-keys") : Path.of(keys).toAbsolutePath(),
          HostKey.read(settings.secret("chasqui.sftp.host-key")),
          settings.number("chasqui.document.most-bytes", 1, Long.MAX_VALUE));
    } catch (InvalidKeyException e) {
      throw settings.error(
          "chasqui.sftp.host-key",
          "must refer to a private key without a password, as ssh-keygen writes it",
          settings.text("chasqui.sftp.host-key"));
    }
  }

  Duration formatsEvery() throws IOException {
    return settings.duration("chasqui.formats.every");
  }

  private Backbone backbone() throws IOException {
    var kind = settings.text("chasqui.backbone");
    var url = settings.text("chasqui.backbone.url");
    boolean persistent = settings.yes("chasqui.backbone.persistent-hops");
    return switch (kind) {
      case "embedded" -> new Backbone.EmbeddedActiveMq(data.resolve("broker"), persistent);
      case "activemq" ->
          new Backbone.RemoteActiveMq(
              url,
              settings.text("chasqui.backbone.user"),
              settings.secret("chasqui.backbone.password"),
              persistent);
      case "kafka" -> new Backbone.Kafka(url, settings.text("chasqui.backbone.prefix"), Map.of());
      default ->
          throw settings.error("chasqui.backbone", "must be embedded, activemq or kafka", kind);
    };
  }
}
