package org.chasqui.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.profile.BodyTemplate;
import org.chasqui.profile.Enrichment;
import org.chasqui.profile.Transport;
import org.junit.jupiter.api.Test;

/** A call in a session of one call at a time gives up the turn that it has, and no other. */
class SessionTurnTest {
  private static final Secrets NO_SECRETS = new Secrets(Map.of());
  private static final Transport NOT_TO_BE_MADE =
      new Transport(
          "soap",
          "https://127.0.0.1:1",
          "/",
          "POST",
          Map.of(),
          Duration.ofSeconds(1),
          Map.of("trust", "env:MISSING"));
  private static final Enrichment SERVICE =
      new Enrichment(
          "quota",
          "year",
          "/quota",
          "ask",
          BodyTemplate.of("<a/>"),
          List.of(),
          "answer",
          null,
          List.of(),
          List.of(),
          Enrichment.WhenDown.SEND,
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          null,
          null);

  private final List<String> seen = new ArrayList<>();

  /** Writes down when it gives a turn and when one is given up. */
  private final class Turns implements AuthenticationModule {
    private final IOException failure;

    Turns(IOException failure) {
      this.failure = failure;
    }

    @Override
    public void authorise(Map<String, String> headers) throws IOException {
      if (failure != null) {
        throw failure;
      }
      seen.add("given");
    }

    @Override
    public void unanswered() {
      seen.add("given up");
    }
  }

  private SessionClient session(IOException ofTheLogin) {
    var client = new LoginClient(NOT_TO_BE_MADE, new Tls(NOT_TO_BE_MADE, NO_SECRETS));
    return new SessionClient(new Turns(ofTheLogin), client);
  }

  private Enquiry ask(IOException ofTheLogin) throws ConnectorException {
    return new EnquiryClient(NOT_TO_BE_MADE, session(ofTheLogin)).ask(SERVICE, Map.of());
  }

  @Test
  void aQuestionThatCannotBeAskedGivesUpItsTurn() {
    assertThatThrownBy(() -> ask(null)).isInstanceOf(ConnectorException.class);
    assertThat(seen).containsExactly("given", "given up");
  }

  @Test
  void aLookUpThatCannotBeMadeGivesUpItsTurn() {
    assertThatThrownBy(() -> session(null).get("/list", new HashMap<>()))
        .isInstanceOf(ConnectorException.class);
    assertThat(seen).containsExactly("given", "given up");
  }

  @Test
  void aLoginThatFailsGivesUpNoTurn() throws Exception {
    assertThat(ask(new IOException("no login"))).isInstanceOf(Enquiry.Unanswered.class);
    assertThat(seen).isEmpty();
  }
}
