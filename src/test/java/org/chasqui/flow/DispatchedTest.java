package org.chasqui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.Beginning;
import org.chasqui.ledger.DispatchItem;
import org.chasqui.ledger.Interpretation;
import org.chasqui.ledger.InterpretationClaim;
import org.chasqui.ledger.ItemBook;
import org.chasqui.ledger.ItemLife;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.LedgerConfiguration;
import org.chasqui.ledger.Ledgers;
import org.chasqui.ledger.NewInterchange;
import org.chasqui.ledger.NewMessage;
import org.chasqui.ledger.RawDocument;
import org.chasqui.ledger.RecordedMessage;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Receptacle;
import org.chasqui.message.ReceptacleItem;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.TimeType;
import org.chasqui.message.TransportLeg;
import org.chasqui.profile.ExampleProfiles;
import org.chasqui.profile.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the declarations of many parts are completed with one pre-advice. */
class DispatchedTest {
  private static final Instant AT = Instant.parse("2026-11-03T10:15:00Z");
  private static final String DISPATCH = "CLSCLABRSAODACN60042";
  private static final String BAG = DISPATCH + "001100105";
  private static final TransportLeg LEG =
      new TransportLeg(
          1, "4", "LA", "LA750", null, AT.toString(), null, null, TimeType.PLANNED, Map.of());
  private static final int PART = 50;
  private static final int PARTS = 8;

  @TempDir Path folder;
  private final RegionalJson json = new RegionalJson();
  private Ledger ledger;
  private Profile post;
  private long handedOut;
  private int documents;

  @BeforeEach
  void open() throws Exception {
    ledger = Ledgers.open(LedgerConfiguration.sqlite(folder.resolve("ledger.db"), "one"));
    post = ExampleProfiles.load(folder).byId("cla").orElseThrow();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  /** The sum of what is read of the dispatch must not depend on how many parts ask for it. */
  @Test
  void aPreAdviceIsReadOnceHoweverManyPartsItCompletes() throws IOException {
    var items = IntStream.range(0, PART * PARTS).mapToObj("RR%09dCL"::formatted).toList();
    long size = advise(MessageFunction.ORIGINAL, items);
    var counted = counting(Ledger.class, ledger);
    var preadvices = new Preadvices(counted, json);

    int completed = 0;
    for (int part = 0; part < PARTS; part++) {
      completed += completed(counted, preadvices, items.subList(part * PART, (part + 1) * PART));
    }

    assertThat(completed).isEqualTo(items.size());
    // beside the content once: where each item is, and a few numbers a part
    assertThat(handedOut).isLessThan(size + 2L * items.size() + PARTS * 10L);
  }

  @Test
  void anItemThatTheLatestPreAdviceLeavesOutIsNotCompleted() throws IOException {
    advise(MessageFunction.ORIGINAL, List.of("RR000000001CL", "RR000000002CL"));
    var preadvices = new Preadvices(ledger, json);
    assertThat(completed(ledger, preadvices, List.of("RR000000001CL", "RR000000002CL")))
        .isEqualTo(2);

    advise(MessageFunction.AMENDMENT, List.of("RR000000002CL"));

    assertThat(completed(ledger, preadvices, List.of("RR000000001CL"))).isZero();
    assertThat(completed(ledger, preadvices, List.of("RR000000002CL"))).isEqualTo(1);
  }

  @Test
  void aCancelledDispatchCompletesNothing() throws IOException {
    advise(MessageFunction.ORIGINAL, List.of("RR000000001CL"));
    var preadvices = new Preadvices(ledger, json);
    assertThat(completed(ledger, preadvices, List.of("RR000000001CL"))).isEqualTo(1);

    advise(MessageFunction.CANCELLATION, List.of());

    assertThat(completed(ledger, preadvices, List.of("RR000000001CL"))).isZero();
  }

  private int completed(Ledger from, Preadvices preadvices, List<String> items) {
    var heads = new ItemHeads(ledger, items);
    var dispatched = new Dispatched(from, preadvices, items, post, heads, false);
    int completed = 0;
    for (var item : items) {
      var declared = declaration(item);
      var said = (ItemDeclaration) dispatched.completed(declared, new ArrayList<>()).data();
      if (said.transport() != null && DISPATCH.equals(said.transport().dispatchId())) {
        assertThat(said.transport().receptacleId()).isEqualTo(BAG);
        assertThat(said.transport().modeCode()).isEqualTo("4");
        completed++;
      }
    }
    return completed;
  }

  private static RegionalMessage declaration(String item) {
    var data = ItemDeclaration.builder().itemId(item).function(MessageFunction.ORIGINAL).version(1);
    return new RegionalMessage(
        envelope(MessageKind.ITEM_DECLARATION, "urn:lac-ead:party:CL:post:CLA", item),
        data.build());
  }

  /** Records a pre-advice; gives its size. */
  private long advise(MessageFunction function, List<String> items) throws IOException {
    var bags =
        List.of(
            new Receptacle(
                BAG,
                null,
                null,
                null,
                List.of(),
                null,
                items.stream().map(id -> new ReceptacleItem(id, null, null, Map.of())).toList(),
                Map.of()));
    var data =
        DispatchPreadvice.builder()
            .dispatchId(DISPATCH)
            .function(function)
            .receptacles(items.isEmpty() ? List.of() : bags)
            .legs(List.of(LEG))
            .build();
    var message =
        new RegionalMessage(
            envelope(MessageKind.DISPATCH_PREADVICE, "urn:lac-ead:party:CL:post:CLA", DISPATCH),
            data);
    return record(json.write(message), items);
  }

  private long record(byte[] content, List<String> items) throws IOException {
    long id = ledger.newId();
    var carried =
        items.stream().map(item -> new DispatchItem(item, id, DISPATCH, BAG, "cla")).toList();
    ledger.record(
        claim(),
        new Interpretation(
            1,
            List.of(preadvice(id, content)),
            List.of(),
            List.of(),
            true,
            List.of(),
            List.of(),
            Map.of(),
            new ItemLife(carried, List.of(), List.of())));
    return content.length;
  }

  private InterpretationClaim claim() throws IOException {
    var key = "P" + documents++;
    var header =
        new NewInterchange(
            "cla", "http", "regional-json", "application/json", key, key, false, 0, AT);
    var raw = RawDocument.of(key.getBytes(StandardCharsets.UTF_8));
    return ledger
        .claimInterchange(ledger.accept(header, raw).interchangeId(), Duration.ofMinutes(1))
        .orElseThrow();
  }

  private static NewMessage preadvice(long id, byte[] content) {
    return new NewMessage(
        id,
        1,
        MessageKind.DISPATCH_PREADVICE,
        DISPATCH,
        null,
        "cla",
        null,
        null,
        0,
        content,
        false,
        null,
        false,
        null,
        Beginning.NONE);
  }

  private static Envelope envelope(MessageKind kind, String source, String subject) {
    return new Envelope(
        "0198a2de-0000-7000-8000-000000000001",
        source,
        kind,
        subject,
        AT.toString(),
        "urn:lac-ead:party:XX:gateway:CHASQUI",
        "0198a2de-0000-7000-8000-000000000002",
        null,
        false,
        Map.of());
  }

  /** The ledger itself, and a count of all that it hands out: bytes of content, rows of others. */
  private <T> T counting(Class<T> type, T counted) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object result;
              try {
                result = method.invoke(counted, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
              if (result instanceof ItemBook book) {
                return counting(ItemBook.class, book);
              }
              handedOut += size(result);
              return result;
            }));
  }

  private static long size(Object result) {
    return switch (result) {
      case byte[] content -> content.length;
      case RecordedMessage message -> message.json().length;
      case Optional<?> some -> some.map(DispatchedTest::size).orElse(0L);
      case Map<?, ?> rows -> rows.values().stream().mapToLong(DispatchedTest::size).sum();
      case Collection<?> rows -> rows.stream().mapToLong(DispatchedTest::size).sum();
      case null -> 0;
      default -> 1;
    };
  }
}
