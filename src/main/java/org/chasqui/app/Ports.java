package org.chasqui.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.chasqui.app.gateway.Failure;

/** Finds out about ports before anything is started. */
final class Ports {
  private Ports() {}

  /** Fails with a sentence that names the option when the port is taken. */
  static void requireFree(int port) {
    if (port < 0 || port > 65_535) {
      throw Failure.usage("--port must be from 0 to 65535: " + port);
    }
    if (port == 0) {
      return;
    }
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw Failure.usage(
          "port %d is taken: choose another with --port N, or --port 0 for any free one"
              .formatted(port));
    }
  }
}
