package org.chasqui.app;

import java.io.PrintWriter;
import org.chasqui.app.gateway.LocalRegion;

/** What one can do with a demonstration that keeps running. */
final class DemoHints {
  private static final String POST = "cla";

  private final LocalRegion local;

  DemoHints(LocalRegion local) {
    this.local = local;
  }

  void print(PrintWriter out) {
    var token = local.tokens().byParty().get(POST);
    out.println("console: " + local.url() + "/");
    out.println("  sign in with this token, which sees everything: " + local.tokens().overseer());
    out.println();
    out.println("Try it as CorreosChile (party " + POST + "):");
    out.println("  TOKEN=" + token);
    curl(
        out,
        "--data-binary @samples/itmatt-cl-br.edi -H 'Content-Type: application/edifact'",
        "/v1/interchanges");
    curl(out, "", "/v1/items/CP123456785CL");
    curl(out, "", "/v1/outbox/" + POST + "?wait=10");
    out.println();
    out.println(
        "The simulated posts have stopped fetching: outboxes are left to you. Ctrl-C ends.");
  }

  private void curl(PrintWriter out, String options, String path) {
    out.println(
        "  curl -H \"Authorization: Bearer $TOKEN\" "
            + (options.isEmpty() ? "" : options + " ")
            + "'"
            + local.url()
            + path
            + "'");
  }
}
