package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chasqui.profile.Response;

/** The desks of a hub by response strategy. */
final class Desks {
  private static final int MOST_BATCHES = 50_000;
  private static final int MOST_ANSWERED = 2000;

  private final HubFormat format;
  private final Course course;
  private final ItemRegister register;
  private final HubTally tally;

  Desks(HubFormat format, Course course, ItemRegister register, HubTally tally) {
    this.format = format;
    this.course = course;
    this.register = register;
    this.tally = tally;
  }

  AnswerDesk of(Response response) {
    var settings = SoapWire.desk(response.settings());
    return switch (response.strategy()) {
      case "push", "pick-up" -> new PushDesk();
      case "receipt" -> batch -> format.receipt(batch.protocol());
      case "cds-load" -> new LoadDesk();
      case "cds-store" -> new CdsPostDesk(format);
      case "synchronous" -> new SynchronousDesk();
      case "protocol-poll" -> new ProtocolDesk(settings);
      case "item-status" -> new StatusDesk(settings.get("statusPath"));
      case "list-poll" -> new ListDesk(settings.get("listPath"), settings.get("detailPath"));
      default -> throw new IllegalArgumentException("no hub answers by " + response.strategy());
    };
  }

  private HubAnswer document(List<Ruling> rulings) {
    tally.decisionsSent.add(rulings.size());
    return HubAnswer.of(200, format.mediaType(), format.decisions(rulings));
  }

  /** Where an item stands; twice when its script wants so. */
  private void addStanding(List<Ruling> rulings, String itemId, long registeredAt) {
    addStanding(rulings, itemId, registeredAt, Instant.now());
  }

  private void addStanding(List<Ruling> rulings, String itemId, long registeredAt, Instant now) {
    var standing = course.standing(itemId, Instant.ofEpochMilli(registeredAt), now);
    rulings.add(standing);
    if (course.answeredTwice(itemId)) {
      rulings.add(standing);
    }
  }

  private static List<String> ids(String list) {
    return Arrays.stream(list.split(",")).filter(id -> !id.isBlank()).limit(MOST_ANSWERED).toList();
  }

  /** Takes in, and tells later. */
  private final class PushDesk implements AnswerDesk {
    @Override
    public HubAnswer submitted(HubFormat.Batch batch) {
      return format.receipt(batch.protocol());
    }

    @Override
    public boolean pushes(Ruling ruling, long receivedAt) {
      return true;
    }
  }

  /** Decides in the answer; what is decided later is pushed. */
  private final class SynchronousDesk implements AnswerDesk {
    @Override
    public HubAnswer submitted(HubFormat.Batch batch) {
      var rulings = new ArrayList<Ruling>(batch.itemIds().size());
      for (var itemId : batch.itemIds()) {
        addStanding(rulings, itemId, batch.receivedAt());
      }
      return document(rulings);
    }

    @Override
    public boolean pushes(Ruling ruling, long receivedAt) {
      return ruling.at().toEpochMilli() > receivedAt;
    }
  }

  /**
   * Gives a protocol number, and the outcome to who asks by it. A hub that is asked by queries
   * later tells the outcome of a submission once and for all, as it stood when it was processed.
   */
  private final class ProtocolDesk implements AnswerDesk {
    private final PathForm path;
    private final String queryPath;
    private final PathForm queryPollPath;
    private final QueriedFormat queries;
    private final Duration processing = Duration.ofMillis(processingMillis());
    private final Map<String, HubFormat.Batch> batches = new Bounded<>(MOST_BATCHES);
    private final Map<String, HubFormat.Batch> byKey = new Bounded<>(MOST_BATCHES);
    private final Map<String, HubFormat.Batch> asked = new Bounded<>(MOST_BATCHES);

    ProtocolDesk(Map<String, String> settings) {
      var pollPath = settings.get("pollPath");
      // of a protocol in several parts the first names the batch
      var first = pollPath.contains("{protocol.1}") ? "{protocol.1}" : "{protocol}";
      this.path = new PathForm(pollPath, first);
      this.queryPath = settings.get("queryPath");
      this.queryPollPath =
          queryPath == null ? null : new PathForm(settings.get("queryPollPath"), "{protocol}");
      this.queries = queryPath == null ? null : answersQueries();
    }

    private QueriedFormat answersQueries() {
      if (format instanceof QueriedFormat queried) {
        return queried;
      }
      throw new IllegalArgumentException("no hub answers queries in this format: " + queryPath);
    }

    @Override
    public synchronized HubAnswer submitted(HubFormat.Batch batch) {
      batches.putIfAbsent(batch.protocol(), batch);
      var key = queries == null ? null : queries.queryKey(batch);
      if (key != null) {
        byKey.putIfAbsent(key, batch);
      }
      return format.receipt(batch.protocol());
    }

    @Override
    public synchronized Optional<HubAnswer> asked(HubRequest request) {
      if (queryPath != null && !request.method().equals("GET")) {
        return request.path().equals(queryPath) ? queried(request) : Optional.empty();
      }
      var query = queryPollPath == null ? Optional.<String>empty() : queryPollPath.value(request);
      if (query.filter(asked::containsKey).isPresent()) {
        return query.map(protocol -> queryOutcome(protocol, asked.get(protocol)));
      }
      // another desk of the hub may know the number
      return path.value(request).map(batches::get).map(this::outcome);
    }

    private Optional<HubAnswer> queried(HubRequest request) {
      var batch = byKey.get(String.valueOf(queries.queried(request.body())));
      if (batch == null) {
        return Optional.empty();
      }
      var protocol = UUID.randomUUID().toString();
      asked.put(protocol, batch);
      return Optional.of(format.receipt(protocol));
    }

    private HubAnswer queryOutcome(String protocol, HubFormat.Batch batch) {
      var rulings = rulings(batch, Instant.now());
      tally.decisionsSent.add(rulings.size());
      return queries.queryOutcome(protocol, batch, rulings);
    }

    private HubAnswer outcome(HubFormat.Batch batch) {
      var processed = Instant.ofEpochMilli(batch.receivedAt()).plus(processing);
      var now = Instant.now();
      if (now.isBefore(processed)) {
        return format.notYet(batch);
      }
      var rulings = rulings(batch, queryPath == null ? now : processed);
      tally.decisionsSent.add(rulings.size());
      return format.outcome(batch, rulings, batch.faults());
    }

    private List<Ruling> rulings(HubFormat.Batch batch, Instant at) {
      var rulings = new ArrayList<Ruling>();
      for (var itemId : batch.itemIds()) {
        long registeredAt = register.registeredAt(itemId);
        addStanding(rulings, itemId, registeredAt < 0 ? batch.receivedAt() : registeredAt, at);
      }
      return rulings;
    }
  }

  /** However slow the scripts run, a document is processed within a second. */
  private long processingMillis() {
    return Math.min(1000, course.scaled(Duration.ofMillis(200)).toMillis());
  }

  /** Tells the state of items to who asks for them by their ids. */
  private final class StatusDesk implements AnswerDesk {
    private final PathForm path;

    StatusDesk(String statusPath) {
      this.path = new PathForm(statusPath, "{items}");
    }

    @Override
    public HubAnswer submitted(HubFormat.Batch batch) {
      return format.receipt(batch.protocol());
    }

    @Override
    public Optional<HubAnswer> asked(HubRequest request) {
      return path.value(request).map(items -> document(decided(ids(items))));
    }
  }

  /** Gives the views of the item whose id stands in the question; none before it is decided. */
  private final class LoadDesk implements AnswerDesk {
    private static final Pattern ID = Pattern.compile("<id>([^<]*)</id>");

    @Override
    public HubAnswer submitted(HubFormat.Batch batch) {
      return format.receipt(batch.protocol());
    }

    @Override
    public Optional<HubAnswer> asked(HubRequest request) {
      var id = ID.matcher(new String(request.body(), StandardCharsets.UTF_8));
      return format.asks(request) && id.find()
          ? Optional.of(document(decided(List.of(id.group(1)))))
          : Optional.empty();
    }
  }

  /** Where items stand that are decided. */
  private List<Ruling> decided(List<String> itemIds) {
    var rulings = new ArrayList<Ruling>();
    for (var itemId : itemIds) {
      long registeredAt = register.registeredAt(itemId);
      if (registeredAt >= 0) {
        addStanding(rulings, itemId, registeredAt);
      }
    }
    rulings.removeIf(ruling -> ruling.verdict() == Verdict.REGISTERED && !format.tellsRegistered());
    return rulings;
  }

  /** Lists the decisions on items, and gives the details of those that are asked for. */
  private final class ListDesk implements AnswerDesk {
    private final PathForm list;
    private final PathForm detail;

    ListDesk(String listPath, String detailPath) {
      this.list = new PathForm(listPath, "{items}");
      this.detail = new PathForm(detailPath, "{id}");
    }

    @Override
    public HubAnswer submitted(HubFormat.Batch batch) {
      return format.receipt(batch.protocol());
    }

    @Override
    public Optional<HubAnswer> asked(HubRequest request) {
      var items = list.value(request);
      return items.isPresent()
          ? items.map(this::listed)
          : detail.value(request).map(answers -> document(details(ids(answers))));
    }

    /** Decisions are listed as item and step: {@code RR123456785CL.1}. */
    private HubAnswer listed(String items) {
      var answers = new ArrayList<String>();
      for (var itemId : ids(items)) {
        for (var ruling : made(itemId)) {
          answers.add(itemId + '.' + ruling.step());
        }
      }
      return format.list(answers);
    }

    private List<Ruling> details(List<String> answers) {
      var rulings = new ArrayList<Ruling>();
      for (var answer : answers) {
        int dot = answer.lastIndexOf('.');
        var itemId = dot < 0 ? answer : answer.substring(0, dot);
        for (var ruling : made(itemId)) {
          if (dot < 0 || answer.endsWith("." + ruling.step())) {
            rulings.add(ruling);
          }
        }
      }
      return rulings;
    }

    private List<Ruling> made(String itemId) {
      long at = register.registeredAt(itemId);
      return at < 0 ? List.of() : course.made(itemId, Instant.ofEpochMilli(at), Instant.now());
    }
  }
}
