package org.chasqui.ledger;

import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.bytes;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;

/**
 * Measures the whole way of items through the ledger alone: accepted, interpreted, delivered,
 * answered, decided, told. Run its main method; arguments: sqlite or postgres, bundles, items a
 * bundle, threads.
 */
final class LedgerSpeed {
  private static final String[] WORDS = {
    "camiseta de algodón", "libro", "audífonos", "zapatos de cuero", "jouet en bois", "relógio",
    "phone case", "vitamins", "toy car", "kitchen knife", "taza de cerámica", "LED lamp"
  };
  private final Ledger ledger;
  private final int items;
  private final AtomicInteger next = new AtomicInteger();

  private LedgerSpeed(Ledger ledger, int items) {
    this.ledger = ledger;
    this.items = items;
  }

  public static void main(String[] arguments) throws Exception {
    boolean sqlite = arguments[0].equals("sqlite");
    int bundles = Integer.parseInt(arguments[1]);
    int items = Integer.parseInt(arguments[2]);
    int threads = Integer.parseInt(arguments[3]);
    var folder = Files.createTempDirectory("ledger-speed");
    var file = folder.resolve("ledger.db");
    var configuration =
        sqlite
            ? LedgerConfiguration.sqlite(file, "one")
            : LedgerConfiguration.of(Postgres.newDatabase(), "postgres", null, "one");
    try (var ledger = Ledgers.open(configuration)) {
      var speed = new LedgerSpeed(ledger, items);
      speed.run(Math.min(bundles, 20), threads);
      long before = sqlite ? size(folder) : 0;
      long start = System.nanoTime();
      speed.run(bundles, threads);
      double seconds = (System.nanoTime() - start) / 1e9;
      double all = (double) bundles * items;
      System.out.printf(
          Locale.ROOT,
          "OUT %s: %.0f items/s (%d x %d)%n",
          arguments[0],
          all / seconds,
          bundles,
          items);
      System.out.println("OUT writer " + writerMillis() + " ms of processor time");
      start = System.nanoTime();
      long events = ledger.verify(problem -> System.out.println("OUT " + problem));
      System.out.println("OUT verified " + events + " in " + (System.nanoTime() - start) / 1000000);
      if (sqlite) {
        System.out.printf(Locale.ROOT, "OUT %.0f bytes/item%n", (size(folder) - before) / all);
      }
    }
    if (sqlite && arguments.length < 5) {
      try (var left = Files.list(folder)) {
        for (var part : left.toList()) {
          Files.delete(part);
        }
      }
      Files.delete(folder);
    }
    System.exit(0);
  }

  private static long writerMillis() {
    var threads = ManagementFactory.getThreadMXBean();
    for (var id : threads.getAllThreadIds()) {
      var thread = threads.getThreadInfo(id);
      if (thread != null && thread.getThreadName().equals("ledger-writer")) {
        return threads.getThreadCpuTime(id) / 1_000_000;
      }
    }
    return 0;
  }

  private static long size(Path folder) throws java.io.IOException {
    return Files.size(folder.resolve("ledger.db"));
  }

  private void run(int bundles, int threads) throws Exception {
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var tasks = new ArrayList<Callable<Object>>();
      for (int i = 0; i < bundles; i++) {
        tasks.add(
            () -> {
              bundle(next.incrementAndGet());
              return null;
            });
      }
      for (var done : pool.invokeAll(tasks)) {
        done.get();
      }
    }
  }

  private byte[] json(Random random, String item, int size) {
    var text =
        new StringBuilder("{\"specversion\":\"1.0\",\"id\":\"")
            .append(new UUID(random.nextLong(), random.nextLong()))
            .append("\",\"source\":\"urn:lac-ead:party:CL:post:CLA\",\"type\":")
            .append("\"lacead.item-declaration.submitted.v1\",\"subject\":\"")
            .append(item)
            .append("\",\"data\":{\"contents\":[");
    for (int i = 0; text.length() < size; i++) {
      text.append("{\"sequence\":")
          .append(i)
          .append(",\"description\":\"")
          .append(WORDS[random.nextInt(WORDS.length)])
          .append("\",\"quantity\":1,\"netMass\":{\"value\":\"0.")
          .append(random.nextInt(1000))
          .append("\",\"unitCode\":\"KGM\"},\"value\":{\"amount\":\"")
          .append(random.nextInt(10000))
          .append(".00\",\"currencyCode\":\"USD\"},\"hsCode\":\"")
          .append(random.nextInt(900000) + 100000)
          .append("\",\"streetLines\":[\"Calle ")
          .append(Long.toString(random.nextLong(), 36))
          .append("\"]},");
    }
    return bytes(text.append('}').toString());
  }

  private void bundle(int number) throws Exception {
    var random = new Random(number);
    var party = "c" + number % 22;
    var raw = json(random, "x", 700 * items);
    var head = Scene.header("cla", "k" + number);
    long id = ledger.accept(head, RawDocument.of(raw)).interchangeId();
    var declarations = new ArrayList<NewMessage>();
    for (int i = 1; i <= items; i++) {
      var item = String.format(Locale.ROOT, "RR%09dCL", random.nextInt(1_000_000_000));
      declarations.add(message(random, MessageKind.ITEM_DECLARATION, i, item, null));
    }
    long delivery = record(id, party, null, declarations);
    var claim = ledger.claim(delivery, LEASE).orElseThrow();
    var lines = new ArrayList<LineOutcome>();
    for (var line : claim.lines()) {
      lines.add(
          new LineOutcome(
              line.messageId(), LineState.DELIVERED, "N" + line.messageId(), List.of()));
    }
    var document = json(random, "doc", 1200 * items);
    var answer = json(random, "answer", 300 * items);
    var decisions = new ArrayList<NewMessage>();
    int position = 1;
    for (var line : claim.lines()) {
      decisions.add(
          message(random, MessageKind.CUSTOMS_DECISION, position++, line.businessKey(), party));
    }
    var outcome =
        new DeliveryOutcome(
            DeliveryState.DELIVERED, null, null, null, document, "application/xml", answer, lines);
    long answered =
        ledger
            .finish(claim, outcome, Scene.header(party, "a" + number), RawDocument.of(answer))
            .interchangeId();
    long back = record(answered, "cla", party, decisions);
    var offer = ledger.claim(back, LEASE).orElseThrow();
    ledger.finish(
        offer,
        new DeliveryOutcome(
            DeliveryState.OFFERED,
            null,
            null,
            null,
            json(random, "cusrsp", 400 * items),
            "application/edifact",
            null,
            List.of()));
    ledger.acknowledge("cla", List.of(back));
  }

  private long record(long interchange, String recipient, String about, List<NewMessage> messages) {
    var claim = ledger.claimInterchange(interchange, Duration.ofMinutes(1)).orElseThrow();
    ledger.items(messages.stream().map(NewMessage::businessKey).toList());
    var delivery = new Scene(ledger).delivery(recipient, about, messages);
    ledger.record(claim, Scene.part(messages, List.of(delivery)));
    return delivery.id();
  }

  private NewMessage message(
      Random random, MessageKind kind, int position, String item, String decidedBy) {
    return new NewMessage(
        ledger.newId(),
        position,
        kind,
        item,
        new UUID(random.nextLong(), random.nextLong()).toString(),
        decidedBy == null ? "cla" : decidedBy,
        decidedBy == null ? "D" + item : null,
        new UUID(random.nextLong(), random.nextLong()).toString(),
        1,
        json(random, item, decidedBy == null ? 1500 : 1000),
        false,
        decidedBy == null ? null : DecisionStatus.RELEASED,
        decidedBy != null,
        decidedBy,
        Beginning.NONE);
  }
}
