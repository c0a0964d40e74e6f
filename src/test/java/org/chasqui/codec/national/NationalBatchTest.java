package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemTransport;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for a document of several items. */
class NationalBatchTest {
  static List<Encoder> encoders() {
    return NationalViews.DECLARING;
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void theSameMessagesGiveTheSameBytes(Encoder codec) {
    var context = NationalViews.encoding(codec, messages(codec));
    var once = codec.encode(messages(codec), context);
    var again = codec.encode(messages(codec), context);
    assertThat(once.document()).isNotEmpty().isEqualTo(again.document());
    assertThat(once.carriages()).isEqualTo(again.carriages());
  }

  @Test
  void leavesOutWhatWouldMakeTheBatchTooLarge() {
    var codec = NationalViews.encoder("siscomex-remessa");
    var messages = messages(codec);
    var encoded =
        codec.encode(
            messages,
            new EncodeContext(with(SouthernViews.BR, "maxBytes", "12000"), NationalViews.AT, "A1"));
    assertThat(encoded.document().length).isBetween(1, 12_000);
    assertThat(encoded.carriages().getFirst().carried()).isTrue();
    var left = encoded.carriages().stream().filter(carriage -> !carriage.carried()).toList();
    assertThat(left)
        .isNotEmpty()
        .allSatisfy(
            carriage ->
                assertThat(carriage.problems())
                    .anyMatch(problem -> problem.code() == ProblemCode.TOO_LARGE));
  }

  @Test
  void whatHasNoRoomGoesInTheNextDocumentUntilAllIsCarried() {
    var codec = NationalViews.encoder("siscomex-remessa");
    var view = with(SouthernViews.BR, "maxBytes", "12000");
    var waiting = messages(codec);
    int documents = 0;
    while (!waiting.isEmpty()) {
      var encoded = codec.encode(waiting, new EncodeContext(view, NationalViews.AT, "A1"));
      assertThat(encoded.document().length).isBetween(1, 12_000);
      assertThat(encoded.carriesAny()).isTrue();
      var next = new ArrayList<RegionalMessage>();
      for (int i = 0; i < waiting.size(); i++) {
        var state = encoded.carriages().get(i).state();
        assertThat(state).isNotEqualTo(Carriage.State.LEFT_OUT);
        if (state == Carriage.State.NEXT_DOCUMENT) {
          next.add(waiting.get(i));
        }
      }
      waiting = next;
      documents++;
    }
    assertThat(documents).isBetween(2, 29);
  }

  @Test
  void anItemThatIsTooLargeForAnyDocumentIsLeftOut() {
    var codec = NationalViews.encoder("siscomex-remessa");
    var view = with(SouthernViews.BR, "maxBytes", "2400");
    var encoded = codec.encode(messages(codec), new EncodeContext(view, NationalViews.AT, "A1"));
    assertThat(encoded.carriages())
        .allSatisfy(
            carriage -> {
              assertThat(carriage.state()).isEqualTo(Carriage.State.LEFT_OUT);
              assertThat(carriage.problems())
                  .anyMatch(problem -> problem.code() == ProblemCode.TOO_LARGE);
            });
  }

  @Test
  void manifestsCountInTheBytesOfABatch() {
    var codec = NationalViews.encoder("siscomex-remessa");
    var view = with(SouthernViews.BR, "maxBytes", "100000");
    var messages = new ArrayList<RegionalMessage>();
    for (var message : messages(codec)) {
      for (int i = 0; i < 3; i++) {
        messages.add(inReceptacle(message, messages.size()));
      }
    }
    var encoded = codec.encode(messages, new EncodeContext(view, NationalViews.AT, "A1"));
    assertThat(encoded.carriages()).anyMatch(carriage -> !carriage.carried());
    assertThat(encoded.document().length).isBetween(90_000, 100_000);
  }

  @Test
  void itemsOfOneDispatchAndDepartureShareABatchAndOthersDoNot() {
    var codec = NationalViews.encoder("asycuda-awbolds");
    var message = messages(codec).getFirst();
    var same = key(codec, message, "CLSCLAAGANUAAUN60001", "2026-11-24T23:00:00-03:00");
    assertThat(key(codec, message, "CLSCLAAGANUAAUN60001", "2026-11-24T01:00:00-03:00"))
        .isEqualTo(same);
    assertThat(key(codec, message, "CLSCLAAGANUAAUN60002", "2026-11-24T23:00:00-03:00"))
        .isNotEqualTo(same);
    assertThat(key(codec, message, "CLSCLAAGANUAAUN60001", "2026-11-25T23:00:00-03:00"))
        .isNotEqualTo(same);
  }

  @Test
  void itemsGroupedByTheirBatchKeyAreAllCarried() {
    var codec = NationalViews.encoder("asycuda-awbolds");
    var byKey = new HashMap<String, List<RegionalMessage>>();
    var all = messages(codec);
    for (int i = 0; i < all.size(); i++) {
      var transport = transport("CLSCLAAGANUAAUN6000" + i % 3, "2026-11-24T23:00:00-03:00");
      var item = (ItemDeclaration) all.get(i).data();
      var message = all.get(i).with(item.toBuilder().transport(transport).build());
      var key = codec.batchKey(message, CaribbeanViews.AG);
      byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(message);
    }
    assertThat(byKey).hasSize(3);
    for (var batch : byKey.values()) {
      assertThat(codec.encode(batch, NationalViews.encoding(codec)).carriages())
          .allMatch(Carriage::carried);
    }
  }

  private static String key(Encoder codec, RegionalMessage message, String dispatch, String at) {
    var item = (ItemDeclaration) message.data();
    var changed = message.with(item.toBuilder().transport(transport(dispatch, at)).build());
    return codec.batchKey(changed, CaribbeanViews.AG);
  }

  private static ItemTransport transport(String dispatch, String departure) {
    return new ItemTransport(dispatch, null, null, departure, Map.of());
  }

  private static RegionalMessage inReceptacle(RegionalMessage message, int number) {
    var id = "CLSCLABRSAODACN60042%03d100105".formatted(number);
    var item = (ItemDeclaration) message.data();
    var transport = new ItemTransport(null, id, null, null, Map.of());
    return message.with(item.toBuilder().transport(transport).build());
  }

  private static List<RegionalMessage> messages(Encoder codec) {
    var declarations = new Declarations(7, NationalViews.view(codec));
    var messages = new ArrayList<RegionalMessage>();
    for (int i = 0; i < Math.min(30, codec.batchLimit()); i++) {
      messages.add(Declarations.fitting(declarations.next(), codec));
    }
    return messages;
  }

  static ProfileView with(ProfileView view, String key, String value) {
    var settings = new HashMap<>(view.settings());
    settings.put(key, value);
    return with(view, settings);
  }

  static ProfileView without(ProfileView view, String key) {
    var settings = new HashMap<>(view.settings());
    settings.remove(key);
    return with(view, settings);
  }

  private static ProfileView with(ProfileView view, Map<String, String> settings) {
    return new ProfileView(
        view.party(),
        view.urn(),
        view.name(),
        view.countryCode(),
        view.currency(),
        view.zone(),
        view.languages(),
        settings,
        view.codes(),
        view.confirmed());
  }
}
