package org.chasqui.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.Interchange;
import org.chasqui.ledger.Interpretation;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.NewDelivery;
import org.chasqui.ledger.NewMessage;
import org.chasqui.ledger.NewProblem;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.chasqui.quality.QualityRules;
import org.chasqui.rule.RuleBook;

/** Makes the recordable parts of an interpretation: checks, versions, recipients, deliveries. */
final class PartMaker {
  private final Ledger ledger;
  private final Profiles profiles;
  private final CodecRegistry codecs;
  private final RegionalJson json;
  private final MessageCheck check;
  private final QualityRules quality;
  private final RuleBook rules;
  private final Timeliness.Lookup lookup;
  private final Duration gatherFor;
  private final Declarations declarations;
  private final Decisions decisions;
  private final Notices notices;
  private final Orders orders;
  private final Acknowledgements acknowledgements;
  private final FinalDecisions finals = new FinalDecisions();
  private final Repeats repeats;
  private final Preadvices preadvices;

  PartMaker(
      Ledger ledger,
      Profiles profiles,
      CodecRegistry codecs,
      RegionalJson json,
      MessageCheck check,
      QualityRules quality,
      RuleBook rules,
      Preadvices preadvices,
      Duration gatherFor,
      Duration reuseAfter) {
    this.rules = rules;
    this.gatherFor = gatherFor;
    this.quality = quality;
    lookup = new Timeliness.Lookup(ledger, profiles, json);
    this.ledger = ledger;
    repeats = new Repeats(ledger, json);
    this.preadvices = preadvices;
    this.profiles = profiles;
    this.codecs = codecs;
    this.json = json;
    this.check = check;
    var lives = new ItemLives(ledger, json, finals, reuseAfter);
    declarations = new Declarations(profiles, finals, new Resends(ledger, json), lives);
    decisions = new Decisions(profiles);
    notices = new Notices(profiles, ledger, json, finals);
    orders = new Orders(ledger, profiles, json);
    acknowledgements = new Acknowledgements(ledger);
  }

  ForInterchange forInterchange(Interchange interchange) {
    return new ForInterchange(
        interchange, profiles.byId(interchange.header().party()).orElseThrow());
  }

  /** What others and other messages add to the declarations of one part. */
  private record Completion(Orders.Book orders, Dispatched dispatched) {
    RegionalMessage completed(RegionalMessage message, List<Problem> problems) {
      return dispatched.completed(orders.completed(message, problems), problems);
    }
  }

  /** The parts of one interchange, in order. */
  final class ForInterchange {
    private final Interchange interchange;
    private final Profile sender;
    private final boolean regional;
    private final RefusedItems refused;
    private final MessageRows rows;
    private int lastPosition;

    ForInterchange(Interchange interchange, Profile sender) {
      this.interchange = interchange;
      this.sender = sender;
      this.refused = new RefusedItems(ledger, interchange);
      this.rows = new MessageRows(json, finals, sender);
      this.regional =
          codecs.decoder(interchange.header().format()).orElseThrow().name().startsWith("regional");
    }

    /** Goes on where an earlier worker stopped. */
    ForInterchange resumedAt(int position) {
      lastPosition = position;
      return this;
    }

    /** Passes over a message that an earlier worker recorded. */
    void recorded(Decoded decoded) {
      refused.recorded(decoded);
    }

    /** One part; {@code end} is null for all but the last. */
    Interpretation part(List<Decoded> gathered, DocumentEnd end) {
      var part = new Part(gathered);
      for (var decoded : gathered) {
        part.add(decoded);
        lastPosition = decoded.position();
      }
      return part.ended(end);
    }

    /** A part in the making: what one transaction will record. */
    private final class Part {
      private final ItemHeads heads;
      private final Completion book;
      private final Redirections redirections;
      private final Proposals proposals;
      private final PartAssessments assessed = new PartAssessments(rules, interchange);
      private final PartQuality judged = new PartQuality(quality, lookup, interchange, sender);
      private final LifeRecorder life;
      private final Grouping grouping;
      private final List<NewMessage> messages;
      private final List<NewProblem> problems = new ArrayList<>();

      Part(List<Decoded> gathered) {
        heads = new ItemHeads(ledger, keys(gathered));
        book = new Completion(orders.of(gathered, sender), dispatched(gathered, heads));
        redirections = new Redirections(ledger, json, profiles, gathered);
        proposals = new Proposals(ledger, json, keys(gathered));
        life = life(heads);
        var choice = new DocumentChoice(codecs, rules);
        grouping = new Grouping(ledger, codecs, choice, gatherFor, sender.id(), received());
        messages = new ArrayList<>(gathered.size());
      }

      void add(Decoded decoded) {
        var followed = redirections.follow(prepare(decoded, heads, book, assessed));
        // first, so that the latest version of the item is what the post said
        followed.copies().forEach(this::follow);
        said(decoded, followed.declaration());
        proposals.of(followed.declaration(), sender).forEach(this::follow);
      }

      /** What the gateway says by itself, before or after what was said. */
      private void follow(Prepared own) {
        long id = ledger.newId();
        messages.add(rows.of(id, own));
        grouping.add(id, own);
      }

      private void said(Decoded decoded, Prepared prepared) {
        long id = ledger.newId();
        assessed.recorded(id, decoded);
        messages.add(rows.of(id, prepared));
        judged.add(id, prepared);
        refused.add(prepared);
        prepared
            .problems()
            .forEach(problem -> problems.add(new NewProblem(decoded.position(), id, problem)));
        if (!prepared.refused()) {
          grouping.add(id, prepared);
          if (!prepared.repeated()) {
            life.add(id, prepared);
          }
        }
      }

      Interpretation ended(DocumentEnd end) {
        var deliveries = new ArrayList<>(grouping.deliveries());
        close(end, problems, deliveries);
        return new Interpretation(
            lastPosition,
            messages,
            problems,
            deliveries,
            end != null,
            judged.counts(),
            judged.late(),
            assessed.byMessage(),
            life.life());
      }
    }

    private Dispatched dispatched(List<Decoded> gathered, ItemHeads heads) {
      var items = Declarations.items(gathered, MessageFunction.CANCELLATION);
      return new Dispatched(ledger, preadvices, items, sender, heads, false);
    }

    private LifeRecorder life(ItemHeads heads) {
      var received = interchange.header().receivedAt();
      return new LifeRecorder(
          sender,
          interchange.header().test(),
          new ReferralDeadlines(ledger, profiles, heads, sender, received),
          new ExpectedEvents(ledger, profiles, sender, received),
          new Undeclared(ledger, profiles, heads, sender));
    }

    private void close(DocumentEnd end, List<NewProblem> problems, List<NewDelivery> deliveries) {
      if (end != null) {
        end.problems().forEach(problem -> problems.add(new NewProblem(0, 0, problem)));
        acknowledgements.of(interchange, sender, end, refused).ifPresent(deliveries::add);
      }
    }

    private List<String> keys(List<Decoded> gathered) {
      return gathered.stream()
          .flatMap(Notices::items)
          .filter(key -> key != null)
          .distinct()
          .toList();
    }

    private Prepared prepare(
        Decoded decoded, ItemHeads heads, Completion book, PartAssessments assessed) {
      if (decoded.message() == null) {
        return new Prepared(decoded, null, decoded.problems(), List.of(), null);
      }
      var problems = new ArrayList<>(decoded.problems());
      problems.addAll(orders.problems(decoded.message(), heads, sender));
      var message = book.completed(decoded.message(), problems);
      problems.addAll(check.check(message, received(), regional));
      problems.addAll(assessed.assess(decoded, message));
      return switch (message.data()) {
        case ItemDeclaration ignored ->
            declarations.prepare(decoded, message, problems, heads, sender, received(), !regional);
        case CustomsDecision ignored -> decided(decoded, message, problems, heads);
        default -> notices.prepare(decoded, message, problems, heads, sender);
      };
    }

    private Prepared decided(
        Decoded decoded, RegionalMessage message, List<Problem> problems, ItemHeads heads) {
      var prepared = decisions.prepare(decoded, message, problems, heads, sender, received());
      return isAnswer() ? repeats.told(prepared, heads, sender) : prepared;
    }

    private Instant received() {
      return interchange.header().receivedAt();
    }

    /** What a party says because it was asked. */
    private boolean isAnswer() {
      return Hub.ANSWER.equals(interchange.header().door());
    }
  }
}
