package org.chasqui.codec.folder;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.codec.Codec;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentHead;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.Location;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;

/**
 * The codec of a folder. The folder behind it may be exchanged while the gateway runs; a call keeps
 * to the one that it began with.
 */
abstract class FolderCodec implements Codec {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final Regional regional;
  private volatile FolderFormat format;

  FolderCodec(FolderFormat format, Regional regional) {
    this.name = format.name();
    this.format = format;
    this.regional = regional;
  }

  /** The codec for what the folder can do. */
  static FolderCodec of(FolderFormat format, Regional regional) {
    if (!format.writes()) {
      return new Reads(format, regional);
    }
    return format.reads() ? new Both(format, regional) : new Writes(format, regional);
  }

  FolderFormat format() {
    return format;
  }

  void exchange(FolderFormat other) {
    format = other;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> settings() {
    return format.definition().settings().keySet();
  }

  @Override
  public Set<String> requiredSettings() {
    return format.definition().settings().entrySet().stream()
        .filter(setting -> setting.getValue().required())
        .map(setting -> setting.getKey())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> codeMaps() {
    return Set.copyOf(format.definition().codeMaps());
  }

  Encoded encoded(List<RegionalMessage> messages, EncodeContext context) {
    return new FolderWriting(format, messages, context, regional).encoded();
  }

  /** What the messages of one document have in common, as the definition names it. */
  String together(RegionalMessage message) {
    var paths = format.definition().writes().together();
    if (paths.isEmpty()) {
      return message.kind().schemaName();
    }
    try {
      var data = JSON.readTree(regional.writer().apply(message)).path("data");
      return paths.stream()
          .map(path -> data.at(path).asText(""))
          .collect(Collectors.joining("|", message.kind().schemaName() + "|", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean known(byte[] head) {
    return format.recognises(new String(head, StandardCharsets.UTF_8));
  }

  DocumentHead documentHead(byte[] head) {
    var problems =
        known(head)
            ? List.<Problem>of()
            : List.of(
                Problem.of(
                    ProblemCode.UNREADABLE, new Location.AtByte(0), null, "a document of " + name));
    return new DocumentHead(null, null, null, false, false, problems);
  }

  void decoded(InputStream document, DecodeContext context, Decoder.Sink sink) throws IOException {
    var loaded = format;
    // one byte more than it may have, to see that there is more
    var bytes = document.readNBytes(loaded.definition().reads().mostBytes() + 1);
    new FolderReading(loaded, context, regional, sink).read(bytes);
  }

  /** A format that is only written. */
  static class Writes extends FolderCodec implements Encoder {
    Writes(FolderFormat format, Regional regional) {
      super(format, regional);
    }

    @Override
    public Set<MessageKind> encodes() {
      return format().kindsWritten();
    }

    @Override
    public int batchLimit() {
      return format().definition().writes().batch();
    }

    @Override
    public String batchKey(RegionalMessage message, ProfileView view) {
      return together(message);
    }

    @Override
    public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
      return encoded(messages, context);
    }
  }

  /** A format that is only read. */
  static final class Reads extends FolderCodec implements Decoder {
    Reads(FolderFormat format, Regional regional) {
      super(format, regional);
    }

    @Override
    public boolean recognises(byte[] head) {
      return known(head);
    }

    @Override
    public DocumentHead head(byte[] head) {
      return documentHead(head);
    }

    @Override
    public void decode(InputStream document, DecodeContext context, Sink sink) throws IOException {
      decoded(document, context, sink);
    }
  }

  /** A format that is written and read. */
  static final class Both extends Writes implements Decoder {
    Both(FolderFormat format, Regional regional) {
      super(format, regional);
    }

    @Override
    public boolean recognises(byte[] head) {
      return known(head);
    }

    @Override
    public DocumentHead head(byte[] head) {
      return documentHead(head);
    }

    @Override
    public void decode(InputStream document, DecodeContext context, Sink sink) throws IOException {
      decoded(document, context, sink);
    }
  }
}
