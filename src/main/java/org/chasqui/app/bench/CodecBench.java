package org.chasqui.app.bench;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.chasqui.app.gateway.Codecs;
import org.chasqui.app.gateway.Region;
import org.chasqui.codec.Codec;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.connector.PartyView;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;
import org.chasqui.sandbox.traffic.TrafficBundle;

/** Decoding with all checks, and encoding in every format, each on one thread. */
final class CodecBench {
  private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");
  private static final String POSTAL = "upu-";
  private static final int ITEMS_A_DOCUMENT = 100;

  private final Region region;
  private final BenchTraffic traffic;
  private final Rounds rounds;

  CodecBench(Region region, BenchTraffic traffic, Rounds rounds) {
    this.region = region;
    this.traffic = traffic;
    this.rounds = rounds;
  }

  /** ITMATT to checked regional JSON. */
  List<Figure> decode() throws Exception {
    var documents = new LinkedHashMap<TrafficBundle, byte[]>();
    for (var bundle : traffic.bundles()) {
      documents.put(bundle, traffic.itmatt(bundle));
    }
    var name = "ITMATT to regional JSON, schema and rules checked";
    var contenders = new LinkedHashMap<String, Rounds.Work>();
    contenders.put(name, () -> decode(documents));
    for (var codec : region.codecs().all()) {
      if (codec instanceof Encoder encoder && isPostal(encoder)) {
        var written = documents(encoder);
        contenders.put(named(encoder, written), () -> read(written));
      }
    }
    var rates = rounds.rates(contenders);
    var figures = new ArrayList<Figure>();
    figures.add(Figure.of("decode", name, "items/s", rates.remove(name)).atLeast(50_000));
    rates.forEach((other, rate) -> figures.add(Figure.of("decode", other, "messages/s", rate)));
    return figures;
  }

  /** With the size of what makes one message, since a CARDIT of many receptacles is one too. */
  private String named(Encoder encoder, List<byte[]> written) throws Exception {
    double bytes = written.stream().mapToInt(document -> document.length).sum();
    var type = encoder.name().substring(POSTAL.length()).toUpperCase(Locale.ROOT);
    return String.format(Locale.ROOT, "%s, %.1f kB a message", type, bytes / read(written) / 1e3);
  }

  /** Formats of postal EDI that are read too, besides the one that the checks are measured with. */
  private boolean isPostal(Encoder encoder) {
    return encoder.name().startsWith(POSTAL)
        && !List.of("upu-itmatt", "upu-edi").contains(encoder.name())
        && region
            .codecs()
            .decoder("upu-edifact")
            .orElseThrow()
            .recognises(documents(encoder).getFirst());
  }

  private List<byte[]> documents(Encoder encoder) {
    return batches(encoder).stream()
        .map(batch -> encoder.encode(batch.messages(), batch.context()).document())
        .toList();
  }

  private double read(List<byte[]> documents) throws Exception {
    var decoder = region.codecs().decoder("upu-edifact").orElseThrow();
    var post = PartyView.of(region.profiles().operators().getFirst());
    var context = new DecodeContext(post, PartyAddress.GATEWAY.urn(), AT, "bench");
    var sound = new Sound();
    for (var document : documents) {
      decoder.decode(new ByteArrayInputStream(document), context, sound);
    }
    if (sound.messages == 0) {
      throw new IllegalStateException("nothing was read");
    }
    return sound.messages;
  }

  /** Counts what can be used. */
  private static final class Sound implements Decoder.Sink {
    private long messages;

    @Override
    public void item(Decoded decoded) {
      messages += decoded.message() == null ? 0 : 1;
    }

    @Override
    public void end(DocumentEnd end) {
      // what was written well has nothing to tell
    }
  }

  private double decode(Map<TrafficBundle, byte[]> documents) throws Exception {
    var decoder = region.codecs().decoder("upu-edifact").orElseThrow();
    var counting = new Counting();
    for (var document : documents.entrySet()) {
      var post = region.profiles().operator(document.getKey().fromOperator()).orElseThrow();
      var context =
          new DecodeContext(
              PartyView.of(post),
              PartyAddress.GATEWAY.urn(),
              AT,
              post.id() + "/" + document.getKey().reference());
      decoder.decode(new ByteArrayInputStream(document.getValue()), context, counting);
    }
    if (counting.items != traffic.items()) {
      throw new IllegalStateException(
          counting.items + " of " + traffic.items() + " items came through");
    }
    return counting.items;
  }

  /** Checks and writes what is decoded. */
  private final class Counting implements Decoder.Sink {
    private long items;
    private long bytes;

    @Override
    public void item(Decoded decoded) {
      var problems = new ArrayList<>(decoded.problems());
      problems.addAll(region.checks().check(decoded.message(), AT, false));
      if (problems.stream().noneMatch(Problem::isError)) {
        bytes += Codecs.json().write(decoded.message()).length;
        items++;
      }
    }

    @Override
    public void end(DocumentEnd end) {
      if (bytes == 0) {
        throw new IllegalStateException("nothing was decoded");
      }
    }
  }

  /** Regional messages to every format that is written in Java. */
  List<Figure> encode() throws Exception {
    return encode("encode", 50_000, codec -> !region.isFolder(codec.name()));
  }

  /** Regional messages to the formats that are folders, and their answers to decisions. */
  List<Figure> folders() throws Exception {
    var figures = new ArrayList<>(encode("folders", 5_000, codec -> region.isFolder(codec.name())));
    var contenders = new LinkedHashMap<String, Rounds.Work>();
    for (var codec : region.codecs().all()) {
      if (codec instanceof Decoder decoder && region.isFolder(codec.name())) {
        var answer = new AnswerBench(region, decoder);
        contenders.put(decoder.name() + " answers", answer::read);
      }
    }
    rounds
        .rates(contenders)
        .forEach(
            (name, rate) ->
                figures.add(Figure.of("folders", name, "items/s", rate).atLeast(5_000)));
    return figures;
  }

  private List<Figure> encode(String stage, int budget, Predicate<Codec> wanted) throws Exception {
    var contenders = new LinkedHashMap<String, Rounds.Work>();
    for (var codec : region.codecs().all()) {
      if (codec instanceof Encoder encoder && wanted.test(codec)) {
        var batches = batches(encoder);
        contenders.put(encoder.name(), () -> encode(encoder, batches));
      }
    }
    var figures = new ArrayList<Figure>();
    rounds
        .rates(contenders)
        .forEach(
            (name, rate) -> figures.add(Figure.of(stage, name, "items/s", rate).atLeast(budget)));
    return figures;
  }

  /** One document, with all that its writing needs. */
  private record Batch(
      ProfileView view,
      List<RegionalMessage> messages,
      Map<String, List<RegionalMessage>> earlier) {
    EncodeContext context() {
      return new EncodeContext(view, AT, "B00000001", earlier);
    }
  }

  private static double encode(Encoder encoder, List<Batch> batches) {
    long items = 0;
    for (var batch : batches) {
      var encoded = encoder.encode(batch.messages(), batch.context());
      for (var carriage : encoded.carriages()) {
        items += carriage.carried() ? 1 : 0;
      }
    }
    if (items == 0) {
      throw new IllegalStateException(encoder.name() + " wrote nothing");
    }
    return items;
  }

  /** Documents as deliveries cut them: one recipient, one batch key, up to 100 items. */
  private List<Batch> batches(Encoder encoder) {
    var batches = new ArrayList<Batch>();
    for (var bundle : traffic.bundles()) {
      var recipient = traffic.recipient(encoder, bundle);
      var view = traffic.view(encoder, recipient);
      var groups = new LinkedHashMap<String, List<RegionalMessage>>();
      for (var message : traffic.messages(encoder, bundle)) {
        var addressed = message.to(recipient.identity().address().urn());
        groups
            .computeIfAbsent(encoder.batchKey(addressed, view), key -> new ArrayList<>())
            .add(addressed);
      }
      int most = Math.clamp(encoder.batchLimit(), 1, ITEMS_A_DOCUMENT);
      for (var group : groups.values()) {
        for (int from = 0; from < group.size(); from += most) {
          var part = group.subList(from, Math.min(group.size(), from + most));
          batches.add(new Batch(view, List.copyOf(part), traffic.earlier(encoder, part, view)));
        }
      }
    }
    return batches;
  }
}
