package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.connector.PartyView;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.ProblemCode;
import org.chasqui.profile.Profile;
import org.chasqui.sandbox.traffic.Scripts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decision codes map by data alone, in whatever format they come. */
class UnknownDecisionCodesTest {
  private static final Instant AT = Instant.parse("2026-11-03T12:00:00Z");

  static Stream<String> administrationsWithCodes() {
    return Region.PROFILES.administrations().stream()
        .filter(profile -> profile.codes().containsKey(AnswerDecisions.STATUS_MAP))
        .map(Profile::id);
  }

  /** The release of an item as the hub tells it. */
  private static byte[] released(Profile profile) {
    var options = SandboxOptions.of(List.of(profile), Region.CONFIG);
    var format = HubFormats.of(profile, options, new ItemRegister());
    var item = Region.declarations(profile.identity().countryCode(), Scripts.NONE, 1);
    var encoder = Region.CODECS.encoder(profile.format().codec()).orElseThrow();
    var document = encoder.encode(item, new EncodeContext(PartyView.of(profile), AT, "R1"));
    var itemIds = format.read(document.document()).itemIds();
    assertThat(itemIds).hasSize(1);
    var ruling = new Ruling(profile.id(), itemIds.getFirst(), 1, Verdict.RELEASED, AT, false);
    var batch = new HubFormat.Batch("P1", null, itemIds, List.of(), AT.toEpochMilli());
    return format.outcome(batch, List.of(ruling), List.of()).body();
  }

  private static ProfileView without(Profile profile, Map<String, String> statuses) {
    var view = PartyView.of(profile);
    var codes = new HashMap<>(view.codes());
    codes.put(AnswerDecisions.STATUS_MAP, statuses);
    return new ProfileView(
        view.party(),
        view.urn(),
        view.name(),
        view.countryCode(),
        view.currency(),
        view.zone(),
        view.languages(),
        view.settings(),
        codes,
        view.confirmed());
  }

  private static List<Decoded> read(Profile profile, byte[] answer, ProfileView view)
      throws Exception {
    var read = new ArrayList<Decoded>();
    Region.CODECS
        .decoder(profile.format().answerCodec())
        .orElseThrow()
        .decode(
            new ByteArrayInputStream(answer),
            new DecodeContext(view, PartyAddress.GATEWAY.urn(), AT, "test"),
            new Decoder.Sink() {
              @Override
              public void item(Decoded part) {
                read.add(part);
              }

              @Override
              public void end(DocumentEnd end) {
                assertThat(end.problems()).isEmpty();
              }
            });
    return read;
  }

  @ParameterizedTest
  @MethodSource("administrationsWithCodes")
  void aCodeThatTheProfileLacksIsPendingWithAProblemAtItsPlaceAndNeverAGuess(String party)
      throws Exception {
    var profile = Region.profile(party);
    var answer = released(profile);
    var known = read(profile, answer, PartyView.of(profile));
    assertThat(known).anySatisfy(part -> assertThat(decision(part).provisional()).isNull());

    var read = read(profile, answer, without(profile, Map.of("of another system", "RELEASED")));
    assertThat(read).isNotEmpty();
    for (var part : read) {
      assertThat(decision(part).status()).isEqualTo(DecisionStatus.REGISTERED);
      assertThat(decision(part).provisional()).isTrue();
      assertThat(part.problems())
          .anySatisfy(
              problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.CODE_WITHOUT_TARGET);
                assertThat(problem.location()).isNotNull();
              });
    }
  }

  private static CustomsDecision decision(Decoded part) {
    return (CustomsDecision) part.message().data();
  }
}
