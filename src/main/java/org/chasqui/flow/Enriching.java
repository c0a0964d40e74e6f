package org.chasqui.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.Enquiry;
import org.chasqui.ledger.DeliveryClaim;
import org.chasqui.ledger.DeliveryOutcome;
import org.chasqui.ledger.Enriched;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.profile.Enrichment;
import org.chasqui.profile.Enrichment.WhenDown;
import org.chasqui.rule.AppliedRule;
import org.chasqui.rule.Assessment;
import org.chasqui.rule.Outcome;
import org.chasqui.rule.QuotaQuestion;
import org.chasqui.rule.Reason;
import org.chasqui.rule.RuleBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks services of the administration about items before their declaration is delivered, and keeps
 * what they answered with the rule that assessed the item. An answer is had once. A service that is
 * down is left alone for a while and stops an item only as long as the profile says.
 */
public final class Enriching {
  private static final Logger LOG = LoggerFactory.getLogger(Enriching.class);
  private static final Duration MOST = Duration.ofSeconds(30);

  private final Ledger ledger;
  private final RegionalJson json;
  private final RuleBook rules;
  private final Function<String, Connector> connectors;
  private final Clock clock;
  private final Map<Enrichment, Instant> downUntil = new ConcurrentHashMap<>();

  Enriching(
      Ledger ledger,
      RegionalJson json,
      RuleBook rules,
      Function<String, Connector> connectors,
      Clock clock) {
    this.ledger = ledger;
    this.json = json;
    this.rules = rules;
    this.connectors = connectors;
    this.clock = clock;
  }

  /** Asks for the items that an attempt carries; ends it where they are to wait for an answer. */
  public void ask(Exchange exchange) {
    var attempt = Delivery.attempt(exchange);
    var services = attempt.profile().enrichments();
    if (services.isEmpty() || attempt.outcome() != null || attempt.claim().polling()) {
      return;
    }
    var asking = new Asking(attempt);
    for (var line : attempt.carried()) {
      for (var service : services) {
        asking.ask(line, service);
      }
    }
    var claim = attempt.claim();
    ledger
        .rules()
        .enrichments()
        .keep(attempt.profile().id(), claim.id(), asking.at, List.copyOf(asking.answers));
    if (asking.waitsFor != null) {
      wait(exchange, attempt, asking.waitsFor);
    }
  }

  private void wait(Exchange exchange, Attempt attempt, Enrichment service) {
    var due = clock.instant().plus(attempt.profile().limits().breakerPause());
    attempt.outcome(
        DeliveryOutcome.heldBack(due, service.name() + " gives no answer", attempt.lines()));
    exchange.setProperty(FlowNames.TRANSPORT, "nothing");
  }

  /** The questions of one attempt. */
  private final class Asking {
    private final Attempt attempt;
    private final Instant at = clock.instant();
    private final long end = System.nanoTime() + MOST.toNanos();
    private final List<Enriched> answers = new ArrayList<>();
    private final Map<Long, String> assessments;
    private final Map<Long, Set<String>> asked;
    private Enrichment waitsFor;

    Asking(Attempt attempt) {
      this.attempt = attempt;
      var ids = attempt.carried().stream().map(DeliveryClaim.Line::messageId).toList();
      this.assessments = ledger.rules().enrichments().assessments(ids);
      this.asked = ledger.rules().enrichments().asked(ids);
    }

    void ask(DeliveryClaim.Line line, Enrichment service) {
      var assessment = assessments.get(line.messageId());
      if (assessment == null
          || asked.getOrDefault(line.messageId(), Set.of()).contains(service.name())
          || !(json.read(line.json()).data() instanceof ItemDeclaration declaration)) {
        return;
      }
      rules
          .question(service.quota(), declaration, Assessment.parse(assessment))
          .map(question -> said(service, question, declaration))
          .ifPresent(said -> keep(line, service, said));
    }

    private void keep(DeliveryClaim.Line line, Enrichment service, AppliedRule said) {
      if (said.reason() == Reason.NO_ANSWER && waits(service)) {
        waitsFor = service;
      } else {
        answers.add(new Enriched(line.messageId(), service.name(), said.text(), at));
      }
    }

    private boolean waits(Enrichment service) {
      return service.whenDown() == WhenDown.WAIT
          && at.isBefore(attempt.claim().createdAt().plus(service.waitFor()));
    }

    private AppliedRule said(
        Enrichment service, QuotaQuestion question, ItemDeclaration declaration) {
      var identifier = EnquiredPerson.identifier(service, declaration);
      if (identifier == null) {
        return notEvaluated(question, Reason.NO_PERSON);
      }
      boolean needsAmount = service.body().places().contains("amount");
      if (needsAmount && question.amount() == null) {
        return notEvaluated(question, question.reason());
      }
      var amount = question.amount() == null ? "" : question.amount().toPlainString();
      var values =
          Map.of(
              "identifier", identifier,
              "year", Integer.toString(question.year()),
              "amount", amount);
      return switch (enquire(service, values)) {
        case Enquiry.Told told -> EnquiryAnswers.meaning(service, question, told.value());
        case Enquiry.Refused ignored -> notEvaluated(question, Reason.REFUSED_TO_ANSWER);
        case Enquiry.Unanswered ignored -> notEvaluated(question, Reason.NO_ANSWER);
      };
    }

    private Enquiry enquire(Enrichment service, Map<String, String> values) {
      var down = downUntil.get(service);
      if (System.nanoTime() > end || (down != null && clock.instant().isBefore(down))) {
        return new Enquiry.Unanswered();
      }
      var profile = attempt.profile();
      Enquiry answer;
      var reason = "no answer";
      try {
        answer = attempt.connector(connectors).enquire(service, values);
      } catch (ConnectorException told) {
        answer = new Enquiry.Unanswered();
        reason = told.getMessage();
      }
      if (answer instanceof Enquiry.Unanswered) {
        var until = clock.instant().plus(profile.limits().breakerPause());
        if (downUntil.put(service, until) == null) {
          LOG.atWarn()
              .addKeyValue("party", profile.id())
              .log("{} is down: {}", service.name(), reason);
        }
      } else {
        downUntil.remove(service);
      }
      return answer;
    }
  }

  static AppliedRule notEvaluated(QuotaQuestion question, Reason reason) {
    return new AppliedRule(
        question.rule(), Outcome.NOT_EVALUATED, question.compared(), reason, question.rate());
  }
}
