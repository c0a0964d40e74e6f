package org.chasqui.app;

import java.io.PrintWriter;
import org.chasqui.sandbox.Sandbox;

/** What each simulated hub has counted, for a run that did not end well. */
final class HubLines {
  private final Sandbox sandbox;

  HubLines(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  void print(PrintWriter out) {
    out.println();
    for (var hub : sandbox.hubs()) {
      var counters = hub.counters();
      out.printf(
          "hub %s  calls %d  items %d  decisions sent %d  pushes pending %d  refused %d  failures %d%n",
          hub.party(),
          counters.calls(),
          counters.items(),
          counters.decisionsSent(),
          counters.pushesPending(),
          counters.pushesRefused(),
          counters.failures());
    }
  }
}
