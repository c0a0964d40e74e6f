package org.chasqui.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.chasqui.sandbox.HubKeys;
import org.junit.jupiter.api.Test;

/** Tickets that outlive a process, enciphered. */
class KeptTicketsTest extends TicketService {
  @Test
  void isKeptOverARestartEncipheredForTheKeyAndNoOther() throws Exception {
    try (var hub = new HubStub(this::answer)) {
      assertThat(submit(connector(hub, Map.of()))).isInstanceOf(Reading.AwaitPush.class);
      fault = "coe.alreadyAuthenticated";
      assertThat(submit(connector(hub, Map.of())))
          .as("another process, in the minutes in which no second ticket is given")
          .isInstanceOf(Reading.AwaitPush.class);
      assertThat(requests).hasSize(1);
      assertThat(kept).hasSize(1);
      var bytes = Base64.getDecoder().decode(kept.values().iterator().next());
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("T1");

      fault = null;
      accepted = "any";
      var other = new Secrets(Map.of("K", HubKeys.pkcs12("gateway", "p"), "P", "p"));
      assertThat(submit(connector(hub, Map.of(), other))).isInstanceOf(Reading.AwaitPush.class);
      assertThat(requests).as("who has another key logs in").hasSize(2);
    }
  }

  @Test
  void isNotTakenFromWhatIsKeptWhenItIsRefusedNorWhenItsEndIsNotOfOurClock() throws Exception {
    try (var hub = new HubStub(this::answer)) {
      submit(connector(hub, Map.of()));
      accepted = "T2";
      var restarted = connector(hub, Map.of());
      assertThat(submit(restarted)).as("the kept one").isInstanceOf(Reading.TryAgain.class);
      assertThat(submit(restarted)).isInstanceOf(Reading.AwaitPush.class);
      assertThat(requests).hasSize(2);

      var material = KeyMaterial.read(KEY.getBytes(StandardCharsets.UTF_8), "p".toCharArray());
      for (var end : List.of(Duration.ofSeconds(20), Duration.ofDays(3), Duration.ofHours(-1))) {
        var sealed = new SealedTicket("T2", "S", Instant.now().plus(end)).seal(material);
        kept.replaceAll((name, before) -> sealed);
        accepted = "any";
        submit(connector(hub, Map.of()));
      }
      assertThat(requests).hasSize(5);
      kept.replaceAll((name, before) -> "damaged");
      submit(connector(hub, Map.of()));
      assertThat(requests).hasSize(6);
    }
  }

  @Test
  void isThatOfTheOtherNodeWhenItHasOneMeanwhile() throws Exception {
    try (var hub = new HubStub(this::answer)) {
      accepted = "any";
      var first = connector(hub, Map.of());
      var second = connector(hub, Map.of());
      submit(first);
      submit(second);
      assertThat(requests).hasSize(1);
    }
  }

  @Test
  void isUsedAlsoWhenTheStoreFailsToReadAndToKeepIt() throws Exception {
    try (var hub = new HubStub(this::answer)) {
      storeFails = true;
      var connector = connector(hub, Map.of());
      assertThat(submit(connector)).isInstanceOf(Reading.AwaitPush.class);
      fault = "coe.alreadyAuthenticated";
      assertThat(submit(connector))
          .as("the service gives no second one")
          .isInstanceOf(Reading.AwaitPush.class);
      assertThat(requests).hasSize(1);
      assertThat(kept).isEmpty();
    }
  }
}
