package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.chasqui.ledger.Beginning;
import org.chasqui.ledger.Leg;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.Timeline;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;
import org.junit.jupiter.api.Test;

class ItemLegsTest {
  private static final Instant AT = Instant.parse("2026-11-03T12:00:00Z");
  private static final Leg FORMER = leg(1, Beginning.NONE, 1, "cla");
  private static final Leg OUT = leg(2, Beginning.ANOTHER_LIFE, 2, "cla");

  /** As {@link Sight} tells it to who did not declare it. */
  private static final Leg BACK = new Leg(2, Beginning.RETURN, 3, "bra", AT, null, null);

  @Test
  void whoMayNotSeeADeclarationIsToldThatThereIsOneAndNoMoreOfIt() {
    var views = ItemLegs.views(story(List.of(FORMER, OUT, BACK)));

    assertThat(views.get(1).originCountryCode()).isEqualTo("CL");
    assertThat(views.get(1).decision()).isEqualTo("REFUSED");
    assertThat(views.get(2).declaredBy()).isEqualTo("bra");
    assertThat(views.get(2).originCountryCode()).isNull();
    assertThat(views.get(2).decision()).isNull();
  }

  @Test
  void thePageLeadsToTheFormerLife() {
    var shown = ItemLegs.render(Texts.of(Locale.of("es")), story(List.of(FORMER, OUT, BACK)));

    assertThat(shown.fragment())
        .contains("/items/RR1?life=1", "Otro envío con el mismo identificador", "Devolución")
        .contains("CL → BR");
  }

  @Test
  void oneWayInOneLifeIsNoListOfWays() {
    assertThat(ItemLegs.render(Texts.of(Locale.of("es")), story(List.of(OUT)))).isNull();
  }

  private static Leg leg(int life, Beginning begun, long messageId, String by) {
    return new Leg(life, begun, messageId, by, AT, "c" + messageId, DecisionStatus.REFUSED);
  }

  /** The second life as the post sees it that declared the way out alone. */
  private static Timeline story(List<Leg> legs) {
    var json = "{\"data\":{\"originCountryCode\":\"CL\",\"destinationCountryCode\":\"BR\"}}";
    return new Timeline(
        "RR1",
        List.of(declared(json)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        legs,
        2);
  }

  private static MessageRow declared(String json) {
    return new MessageRow(
        2,
        1,
        1,
        MessageKind.ITEM_DECLARATION,
        "RR1",
        "e",
        "cla",
        1,
        false,
        null,
        AT,
        json.getBytes(StandardCharsets.UTF_8),
        Beginning.NONE,
        null);
  }
}
