package org.chasqui.conformance;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.Reading;
import org.chasqui.profile.Profile;

/** Leaves documents as files for a hub, and takes the files that it answers with. */
final class FileCarrier implements Carrier {
  private static final String NAME = "{reference}.xml";

  private final HubUnderTest hub;
  private final Profile party;
  private final Connector connector;
  private final Shelf shelf;
  private final Wire wire;
  private final Deque<byte[]> came = new ArrayDeque<>();

  FileCarrier(HubUnderTest hub, Connector connector, Shelf shelf, Wire wire) {
    this.hub = hub;
    this.party = hub.party();
    this.connector = connector;
    this.shelf = shelf;
    this.wire = wire;
  }

  @Override
  public Reading submit(byte[] document, String mediaType, String key)
      throws IOException, ConnectorException {
    leave(document, mediaType, key);
    return new Reading.AwaitPush(null);
  }

  private void leave(byte[] document, String mediaType, String key)
      throws IOException, ConnectorException {
    var signed = connector.signed(document);
    var transport = party.transport();
    var reference = key.replaceAll("[^A-Za-z0-9]", "");
    var name =
        transport.settings().getOrDefault("fileName", NAME).replace("{reference}", reference);
    shelf.put(transport.path(), name, signed);
    wire.keepFile("put", transport.path() + "/" + name, mediaType, signed, null);
  }

  @Override
  public Reading ask(String protocol, List<String> itemIds) {
    return new Reading.StillWaiting();
  }

  @Override
  public Optional<byte[]> told(Duration within)
      throws IOException, InterruptedException, ConnectorException {
    var folder = party.response().settings().get("folder");
    if (folder == null) {
      return new CallCarrier(hub, connector, wire).told(within);
    }
    if (came.isEmpty()) {
      var taken = shelf.take(folder, "delete".equals(party.response().settings().get("after")));
      taken.forEach(file -> wire.keepFile("take", folder, null, null, file));
      came.addAll(taken);
    }
    if (came.isEmpty()) {
      Thread.sleep(within);
    }
    return Optional.ofNullable(came.poll());
  }

  @Override
  public boolean answers() {
    return false;
  }

  @Override
  public Outcome stranger(byte[] document, String mediaType) throws IOException {
    try {
      leave(document, mediaType, "stranger");
      return party.transport().kind().equals("sftp")
          ? Outcome.failed("let in")
          : Outcome.notApplicable("a folder asks nobody who he is");
    } catch (AccessDeniedException refused) {
      return Outcome.passed("the login was refused");
    } catch (ConnectorException missing) {
      return Outcome.failed(missing.getMessage());
    }
  }
}
