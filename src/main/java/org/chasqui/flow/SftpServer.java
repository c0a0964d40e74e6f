package org.chasqui.flow;

import java.net.URI;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.profile.Profile;

/**
 * A folder on the SFTP server of a party. The server must show a known host key; user and secrets
 * are read when connections are made, and stand in no address. Without walking step by step, making
 * folders and listing whole folders for one name, an upload is about ten times as fast.
 */
final class SftpServer extends SftpEndpoint {
  private static final int PORT = 22;

  private final Connector connector;

  private SftpServer(
      String uri, SftpComponent component, SftpConfiguration where, Connector connector) {
    super(uri, component, where);
    this.connector = connector;
  }

  /**
   * The folder.
   *
   * @param folder below the one in which the server puts the user
   */
  static SftpServer of(CamelContext context, Profile profile, String folder, Connector connector) {
    var address = URI.create(profile.transport().address());
    var where = new SftpConfiguration();
    where.setHost(address.getHost());
    where.setPort(address.getPort() < 0 ? PORT : address.getPort());
    where.setDirectory(folder.substring(1));
    where.setStrictHostKeyChecking("yes");
    where.setUseUserKnownHostsFile(false);
    where.setPreferredAuthentications("publickey,password");
    int timeout = Math.toIntExact(profile.transport().timeout().toMillis());
    where.setConnectTimeout(timeout);
    where.setSoTimeout(timeout);
    where.setStepwise(false);
    var component = context.getComponent("sftp", SftpComponent.class);
    var server = new SftpServer("sftp://" + profile.id() + folder, component, where, connector);
    server.setCamelContext(context);
    server.setMaximumReconnectAttempts(0);
    server.setFastExistsCheck(true);
    server.setAutoCreate(false);
    return server;
  }

  /** For uploads: under another name first. */
  SftpServer taking() {
    setTempFileName(".${file:onlyname}.part");
    return this;
  }

  @Override
  public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
    try {
      var access = connector.ssh();
      configuration.setUsername(access.user());
      configuration.setPassword(access.password());
      configuration.setPrivateKey(access.key());
      configuration.setPrivateKeyPassphrase(access.keyPassword());
      configuration.setKnownHosts(access.knownHosts());
    } catch (ConnectorException missing) {
      throw new HubClient.HubUnprepared(missing);
    }
    return super.createRemoteFileOperations();
  }
}
