package org.chasqui.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  private final SftpSettings settings;
  private final Ledger ledger;
  private final Clock clock;
  private final SshServer server = SshServer.setUpDefaultServer();
  private final Map<String, OutFolder> outFolders = new ConcurrentHashMap<>();

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
      throw new IOException("SFTP door, port " + settings.port() + ": " + e.getMessage(), e);
    }
    LOG.info("SFTP door at {}:{}", settings.host(), door.server.getPort());
    return door;
  }

  /** True while it takes connections. */
  public boolean isOpen() {
    return server.isStarted() && !server.isClosing();
  }

  private PartyHome home(String party) {
    return new PartyHome(settings.homes().resolve(party));
  }

  /** Shuts each party into its own folders. */
  private final class Homes extends VirtualFileSystemFactory {
    @Override
    public Path getUserHomeDir(SessionContext session) throws IOException {
      var home = home(session.getUsername());
      home.open(clock.instant());
      return home.root();
    }
  }

  private final class Sessions extends SftpSubsystemFactory {
    @Override
    public Command createSubsystem(ChannelSession channel) {
      var home = home(channel.getSession().getUsername());
      var out = outFolders.computeIfAbsent(home.party(), id -> new OutFolder(ledger, home));
      return new PartySession(channel, this, home, out, settings.mostDocumentBytes());
    }
  }

  @Override
  public void close() throws IOException {
    server.close(true);
  }
}
