package org.chasqui.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Handles on one simulated hub: cut it off, bring it back, see what it received. */
public final class HubControls {
  private final RunningHub hub;

  HubControls(RunningHub hub) {
    this.hub = hub;
  }

  /**
   * An item as the hub keeps it.
   *
   * @param item {@link HubControls#digest} of the item id
   * @param key digest of the idempotency key of its first coming
   */
  public record Received(long item, long key) {}

  /** The number by which hubs keep an item id or an idempotency key. */
  public static long digest(String text) {
    return ItemRegister.digest(text);
  }

  /** Id of the administration: {@code br}. */
  public String party() {
    return hub.party();
  }

  /** Base address, of files their folder; it stays over stop and start. */
  public URI address() {
    return hub.address();
  }

  /** Closes the socket: callers get a refused connection. Files are left where they are. */
  public void stop() {
    hub.stop();
  }

  /** Opens the socket again, at the same port. */
  public void start() throws IOException {
    hub.start();
  }

  public boolean isRunning() {
    return hub.isRunning();
  }

  public HubCounters counters() {
    return hub.counters();
  }

  /** The declarations that wait here for who asks; empty when the hub is no such service. */
  public Optional<DeclarationStore> store() {
    return hub.store();
  }

  /** True when the hub has taken the item in. */
  public boolean hasReceived(String itemId) {
    return hub.register().registeredAt(itemId) >= 0;
  }

  /** All items taken in. */
  public List<Received> received() {
    return hub.register().all();
  }
}
