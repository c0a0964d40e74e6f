package org.chasqui.flow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.Reading;

/**
 * The steps of transports that carry files. A file appears under its name only when it is whole: it
 * is written under another one, which begins with a dot, and renamed. A repeated attempt has the
 * same name.
 */
public final class FileDrop {
  private static final String NAME = "{reference}.xml";

  private final Function<String, Connector> connectors;
  private final Hub hub;

  FileDrop(Function<String, Connector> connectors, Hub hub) {
    this.connectors = connectors;
    this.hub = hub;
  }

  /** Body and file name become those of the upload. */
  public void prepare(Exchange exchange) throws ConnectorException {
    var attempt = Delivery.attempt(exchange);
    var message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader(Exchange.FILE_NAME, name(attempt));
    message.setBody(document(attempt));
    exchange.setProperty(FlowNames.HUB, PartyFiles.upload(attempt.profile(), path(attempt)));
  }

  /** The file is there: sets the outcome of the attempt. */
  public void sent(Exchange exchange) {
    var attempt = Delivery.attempt(exchange);
    attempt.outcome(hub.outcome(attempt, new Reading.AwaitPush(null)));
  }

  /** Drops the file into the party's folder, durably, and sets the outcome of the attempt. */
  public void drop(Exchange exchange) throws IOException, ConnectorException {
    var attempt = Delivery.attempt(exchange);
    var transport = attempt.profile().transport();
    var folder = Path.of(transport.address() + path(attempt));
    if (!Files.isDirectory(folder)) {
      // not made by us: an empty place where nothing is mounted must not swallow declarations
      throw new NoSuchFileException("the folder of " + attempt.profile().id());
    }
    var part = folder.resolve("." + name(attempt) + ".part");
    write(part, document(attempt));
    Files.move(
        part,
        folder.resolve(name(attempt)),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
    sent(exchange);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private byte[] document(Attempt attempt) throws ConnectorException {
    return attempt.connector(connectors).signed(attempt.encoded().document());
  }

  /** The folder of this document, which may have one of its own. */
  private static String path(Attempt attempt) {
    return attempt.document() == null || attempt.document().path() == null
        ? attempt.profile().transport().path()
        : attempt.document().path();
  }

  private static String name(Attempt attempt) {
    return attempt
        .profile()
        .transport()
        .settings()
        .getOrDefault("fileName", NAME)
        .replace("{reference}", attempt.claim().reference());
  }
}
