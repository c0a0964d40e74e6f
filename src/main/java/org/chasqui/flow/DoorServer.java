package org.chasqui.flow;

import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/**
 * The HTTP server of the door. It listens only when told to, after the routes run: a server that
 * listens earlier answers 404, and a post takes that for a refusal.
 */
final class DoorServer extends VertxPlatformHttpServer {

  DoorServer(VertxPlatformHttpServerConfiguration configuration) {
    super(configuration);
  }

  @Override
  protected void doStart() {
    initializeServer();
  }

  /**
   * Begins to listen.
   *
   * @throws Exception when the port cannot be used
   */
  void listen() throws Exception {
    startServer();
  }

  @Override
  protected void doStop() throws Exception {
    // what never listened has nothing to stop
    if (getServer() != null) {
      super.doStop();
    }
  }
}
