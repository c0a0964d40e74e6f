package org.chasqui.flow;

import java.io.IOException;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.chasqui.rule.RuleBook;

/** The beans that the routes name, made once. */
final class FlowBeans {
  private final FlowParts parts;
  private final FlowSettings settings;
  private final Gates gates;
  private final Dispatcher dispatcher;
  private final Spool spool;
  private final Pressure pressure;
  private final Delivery delivery;
  private final RuleBook rules;
  private final Preadvices preadvices;

  FlowBeans(FlowParts parts, FlowSettings settings, CamelContext context) throws IOException {
    this.parts = parts;
    this.settings = settings;
    gates = new Gates(parts.profiles(), parts.ledger(), parts.clock(), settings.keepCalendars());
    dispatcher = new Dispatcher(context.createProducerTemplate());
    spool = new Spool(settings.spool(), settings.mostDocumentBytes());
    pressure =
        new Pressure(parts.profiles(), parts.backlog(), settings.mostWaiting(), parts.clock());
    rules = RuleBook.of(parts.profiles());
    preadvices = new Preadvices(parts.ledger(), parts.json());
    delivery =
        new Delivery(
            parts.ledger(),
            parts.profiles(),
            parts.codecs(),
            parts.json(),
            rules,
            gates,
            attempt -> attempt.connector(parts.connectors()).polls(),
            preadvices,
            parts.clock());
  }

  Gates gates() {
    return gates;
  }

  void bind(Registry registry) {
    registry.bind("doorHeaders", new DoorHeaders());
    registry.bind("hubHeaders", new HubHeaders());
    registry.bind(
        "httpDoor", new HttpDoor(parts.access(), spool, pressure, settings.documentsAtOnce()));
    registry.bind("apiDoor", new ApiDoor(parts.api()));
    bindFolders(registry);
    registry.bind(
        "intake", new Intake(parts.ledger(), parts.profiles(), parts.codecs(), parts.clock()));
    registry.bind(
        "serviceDoor", new ServiceDoor(parts.connectors(), parts.ledger(), pressure, gates));
    registry.bind("handOver", new HandOver());
    registry.bind("interpreter", interpreter());
    registry.bind("sweeper", sweeper());
    registry.bind("delivery", delivery);
    registry.bind("enriching", enriching());
    var hub = new Hub(parts.connectors(), parts.clock());
    registry.bind("hub", hub);
    registry.bind("fileDrop", new FileDrop(parts.connectors(), hub));
    registry.bind("pickUp", new PickUp(parts.ledger(), parts.profiles(), spool, pressure));
    registry.bind("outbox", new OutboxOffer(parts.api()::outboxChanged));
    registry.bind("folderFailures", new FolderFailures());
    registry.bind("failures", new Failures(delivery, parts.connectors()));
    bindClients(registry);
  }

  private void bindFolders(Registry registry) {
    var inbox = new DropFolders.Inbox(settings.inbox());
    registry.bind("folderDoor", new FolderDoor(inbox, parts.profiles(), spool, pressure));
    registry.bind("folderPressure", new FolderPressure(pressure, inbox, Duration.ZERO));
    var uploads = new DropFolders.Uploads();
    registry.bind("sftpDoor", new FolderDoor(uploads, parts.profiles(), spool, pressure));
    registry.bind("sftpClaim", new UploadClaim());
    registry.bind("sftpPressure", new FolderPressure(pressure, uploads, settings.folderEvery()));
  }

  /** Each hub has a client of its own, so that a slow one holds no other's connections. */
  private void bindClients(Registry registry) {
    for (var profile : parts.profiles().all()) {
      if (profile.transport().calls()) {
        var client = new HubClient(profile, parts.connectors().apply(profile.id()), settings);
        registry.bind("hubClient-" + profile.id(), client);
      }
    }
  }

  private Enriching enriching() {
    return new Enriching(parts.ledger(), parts.json(), rules, parts.connectors(), parts.clock());
  }

  private Sweeper sweeper() {
    var alarms =
        new AlarmSweep(
            parts.ledger(),
            parts.profiles(),
            parts.json(),
            new DocumentChoice(parts.codecs(), rules),
            dispatcher,
            parts.clock());
    return new Sweeper(parts.ledger(), gates, dispatcher, alarms, parts.clock());
  }

  /** The texts of the rules are kept before the first message refers to them. */
  private Interpreter interpreter() {
    parts.ledger().rules().keep(rules.texts());
    var maker =
        new PartMaker(
            parts.ledger(),
            parts.profiles(),
            parts.codecs(),
            parts.json(),
            parts.check(),
            parts.quality(),
            rules,
            preadvices,
            settings.gatherFor(),
            settings.reuseAfter());
    return new Interpreter(parts.ledger(), parts.profiles(), parts.codecs(), maker, dispatcher);
  }
}
