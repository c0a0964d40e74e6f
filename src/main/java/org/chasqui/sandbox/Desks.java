package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      case "push" -> new PushDesk();
      case "cds-load" -> new LoadDesk();
      case "cds-store" -> new CdsPostDesk(format);
      case "synchronous" -> new SynchronousDesk();
      case "protocol-poll" -> new ProtocolDesk(settings.get("pollPath"));
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
    var standing = course.standing(itemId, Instant.ofEpochMilli(registeredAt), Instant.now());
    rulings.add(standing);
    if (course.answeredTwice(itemId)) {
      rulings.add(standing);
    }
  }

  private static List<String> ids(String list) {
    return Arrays.stream(list.split(",")).filter(id -> !id.isBlank()).limit(MOST_ANSWERED).toList();
  }

  /** Takes in, and calls the gateway's door later. */
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

  /** Gives a protocol number, and the outcome to who asks by it. */
  private final class ProtocolDesk implements AnswerDesk {
    private final PathForm path;
    private final Duration processing = course.scaled(Duration.ofMillis(200));
    private final Map<String, HubFormat.Batch> batches =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, HubFormat.Batch> eldest) {
            return size() > MOST_BATCHES;
          }
        };

    ProtocolDesk(String pollPath) {
      this.path = new PathForm(pollPath, "{protocol}");
    }

    @Override
    public HubAnswer submitted(HubFormat.Batch batch) {
      synchronized (batches) {
        batches.putIfAbsent(batch.protocol(), batch);
      }
      return format.receipt(batch.protocol());
    }

    @Override
    public Optional<HubAnswer> asked(HubRequest request) {
      return path.value(request).map(this::outcome);
    }

    private HubAnswer outcome(String protocol) {
      HubFormat.Batch batch;
      synchronized (batches) {
        batch = batches.get(protocol);
      }
      if (batch == null) {
        return HubAnswer.json(404, "{\"code\":\"404\",\"message\":\"protocol unknown\"}");
      }
      var received = Instant.ofEpochMilli(batch.receivedAt());
      if (Instant.now().isBefore(received.plus(processing))) {
        return format.notYet(batch);
      }
      var rulings = new ArrayList<Ruling>();
      for (var itemId : batch.itemIds()) {
        addStanding(rulings, itemId, batch.receivedAt());
      }
      tally.decisionsSent.add(rulings.size());
      return format.outcome(batch, rulings, batch.faults());
    }
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
    rulings.removeIf(ruling -> ruling.verdict() == Verdict.REGISTERED);
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
          answers.add('"' + itemId + '.' + ruling.step() + '"');
        }
      }
      return HubAnswer.json(200, "{\"answers\":[" + String.join(",", answers) + "]}");
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
