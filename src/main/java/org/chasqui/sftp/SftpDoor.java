package org.chasqui.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server. A party logs in with its id and one of its keys and is shut into its own folders;
 * there is no shell, no forwarding and no password.
 */
public final class SftpDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SftpDoor.class);
  private static final Duration LOGIN = Duration.ofSeconds(30);
  private static final Duration IDLE = Duration.ofMinutes(10);
  private static final int SESSIONS = 8;
  private static final int CHANNELS = 4;
  private static final int LOGIN_ATTEMPTS = 6;
  private static final int OPEN_FILES = 64;

  /** The version that OpenSSH and its like speak: later ones open files in more ways. */
  private static final int VERSION = 3;

  private final SftpSettings settings;
  private final Ledger ledger;
  private final Clock clock;
  private final SshServer server = SshServer.setUpDefaultServer();
  private final Map<String, OutFolder> outFolders = new ConcurrentHashMap<>();
  private final Map<String, Uploads> uploads = new ConcurrentHashMap<>();
  private final ScheduledExecutorService sweeps =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sftp-sweep").factory());

  private SftpDoor(SftpSettings settings, Ledger ledger, Predicate<String> parties, Clock clock) {
    this.settings = settings;
    this.ledger = ledger;
    this.clock = clock;
    server.setHost(settings.host());
    server.setPort(settings.port());
    server.setKeyPairProvider(KeyPairProvider.wrap(settings.hostKey().pair()));
    server.setPublickeyAuthenticator(new PartyKeys(settings.keys(), parties));
    server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    server.setFileSystemFactory(new Homes());
    server.setSubsystemFactories(List.of(new Sessions()));
    CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "CHASQUI");
    CoreModuleProperties.AUTH_TIMEOUT.set(server, LOGIN);
    CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE);
    CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, SESSIONS);
    CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, CHANNELS);
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, LOGIN_ATTEMPTS);
    CoreModuleProperties.TCP_NODELAY.set(server, true);
    SftpModuleProperties.SFTP_VERSION.set(server, VERSION);
    SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, OPEN_FILES);
  }

  /**
   * Opens the door.
   *
   * @param parties which ids are those of parties
   * @throws IOException when the port cannot be had
   */
  public static SftpDoor open(
      SftpSettings settings, Ledger ledger, Predicate<String> parties, Clock clock)
      throws IOException {
    Files.createDirectories(settings.homes());
    var door = new SftpDoor(settings, ledger, parties, clock);
    try {
      door.server.start();
    } catch (IOException e) {
      door.close();
      throw new IOException("SFTP door, port " + settings.port() + ": " + e.getMessage(), e);
    }
    door.sweeps.scheduleWithFixedDelay(door::sweep, 0, 1, TimeUnit.DAYS);
    LOG.info("SFTP door at {}:{}", settings.host(), door.server.getPort());
    return door;
  }

  /** True while it takes connections. */
  public boolean isOpen() {
    return server.isStarted() && !server.isClosing();
  }

  /** Removes from all homes what was left there long ago, whether their parties come or not. */
  private void sweep() {
    try (var homes = Files.newDirectoryStream(settings.homes(), Files::isDirectory)) {
      for (var root : homes) {
        if (!root.endsWith(PartyHome.CLAIMED)) {
          sweep(new PartyHome(root));
        }
      }
    } catch (IOException e) {
      LOG.warn("The folders of the SFTP door cannot be swept", e);
    }
  }

  private void sweep(PartyHome home) {
    try {
      home.tidy(clock.instant());
      out(home).tidy();
    } catch (IOException | LedgerException e) {
      LOG.warn("The folders of {} cannot be swept", home.party(), e);
    }
  }

  private OutFolder out(PartyHome home) {
    return outFolders.computeIfAbsent(home.party(), id -> new OutFolder(ledger, home));
  }

  private PartyHome home(String party) {
    return new PartyHome(settings.homes().resolve(party));
  }

  /** Shuts each party into its own folders. */
  private final class Homes extends VirtualFileSystemFactory {
    @Override
    public Path getUserHomeDir(SessionContext session) throws IOException {
      var home = home(session.getUsername());
      home.open();
      return home.root();
    }
  }

  private final class Sessions extends SftpSubsystemFactory {
    @Override
    public Command createSubsystem(ChannelSession channel) {
      var home = home(channel.getSession().getUsername());
      var taken =
          uploads.computeIfAbsent(
              home.party(), id -> new Uploads(home, settings.mostDocumentBytes()));
      return new PartySession(channel, this, out(home), taken);
    }
  }

  @Override
  public void close() throws IOException {
    sweeps.shutdownNow();
    server.close(true).await(CoreModuleProperties.STOP_WAIT_TIME.getRequired(server));
  }
}
