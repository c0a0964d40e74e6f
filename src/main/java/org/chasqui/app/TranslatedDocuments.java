package org.chasqui.app;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.app.gateway.Region;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.connector.PartyView;
import org.chasqui.flow.DocumentChoice;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Severity;
import org.chasqui.message.TrackingEvent;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Profile;
import org.chasqui.rule.RuleBook;

/**
 * Writes the documents that the receiving parties would be sent: one for each party and message
 * function, cut at what format and party can bear, each followed by a line break.
 */
final class TranslatedDocuments implements Translation.Sink {
  private final Region region;
  private final Target target;
  private final Profile wanted;
  private final Report report;
  private final OutputStream out;
  private final Instant at;
  private final Map<Group, List<RegionalMessage>> waiting = new LinkedHashMap<>();
  private final DocumentChoice choice;
  private int documents;

  private record Group(Profile recipient, Encoder encoder, DocumentRule document, String variant) {}

  /** Messages for {@code wanted}, or for whom each is meant when it is null. */
  TranslatedDocuments(
      Region region, Target target, Profile wanted, Report report, OutputStream out, Instant at) {
    this.region = region;
    this.choice = new DocumentChoice(region.codecs(), RuleBook.of(region.profiles()));
    this.target = target;
    this.wanted = wanted;
    this.report = report;
    this.out = out;
    this.at = at;
  }

  @Override
  public void take(RegionalMessage message) throws IOException {
    var recipient = recipient(message);
    if (recipient.isEmpty()) {
      return;
    }
    for (var document : documents(recipient.get(), message)) {
      var codec = document == null ? target.codec() : document.codec();
      var encoder = region.codecs().encoder(codec).orElseThrow();
      take(message, new Group(recipient.get(), encoder, document, variant(message)));
    }
  }

  private void take(RegionalMessage message, Group group) throws IOException {
    var gathered = waiting.computeIfAbsent(group, ignored -> new ArrayList<>());
    gathered.add(message.to(group.recipient().identity().address().urn()));
    if (gathered.size() >= most(group)) {
      waiting.remove(group);
      write(group, gathered);
    }
  }

  /** Writes what is gathered. */
  void finish() throws IOException {
    for (var entry : waiting.entrySet()) {
      write(entry.getKey(), entry.getValue());
    }
    waiting.clear();
  }

  private static int most(Group group) {
    return group.recipient().limits().itemsOfDocument(group.encoder().batchLimit());
  }

  private Optional<Profile> recipient(RegionalMessage message) {
    var meant =
        switch (message.data()) {
          case ItemDeclaration item when target == Target.ITMATT ->
              region.profiles().operator(item.destinationOperatorCode());
          case ItemDeclaration item ->
              region.profiles().administrationOf(item.destinationCountryCode());
          case CustomsDecision decision -> postOf(decision.declaration().itemId());
          case TrackingEvent event
              when region.profiles().byAddress(message.envelope().recipient()).isEmpty()
                  && !event.scope().items().isEmpty() ->
              postOf(event.scope().items().getFirst().itemId());
          default -> region.profiles().byAddress(message.envelope().recipient());
        };
    if (wanted == null && meant.isEmpty()) {
      problem(message, ProblemCode.CORRIDOR, Severity.ERROR, null, "a country that takes part");
    } else if (wanted != null && meant.isPresent() && !meant.get().id().equals(wanted.id())) {
      problem(message, ProblemCode.CORRIDOR, Severity.WARNING, wanted.id(), meant.get().id());
    }
    return wanted == null ? meant : Optional.of(wanted);
  }

  /** The post of the country that gave the item its id: it declared the item. */
  private Optional<Profile> postOf(String itemId) {
    var country = itemId.substring(Math.max(0, itemId.length() - 2));
    return region.profiles().operators().stream()
        .filter(party -> party.identity().countryCode().equals(country))
        .findFirst();
  }

  /** What the recipient is sent; null stands for the wanted format. */
  private List<DocumentRule> documents(Profile recipient, RegionalMessage message) {
    if (target.codec() == null) {
      var documents = choice.documents(recipient, message, at);
      if (!documents.isEmpty()) {
        return documents;
      }
    }
    return writes(recipient, message) ? Collections.singletonList(null) : List.of();
  }

  private boolean writes(Profile recipient, RegionalMessage message) {
    var name = target.codec() == null ? recipient.format().codec() : target.codec();
    var encoder = region.codecs().encoder(name);
    var writes = encoder.filter(found -> found.encodes().contains(message.kind()));
    if (writes.isEmpty()) {
      var kinds = encoder.map(found -> found.encodes().toString()).orElse("none");
      problem(
          message,
          ProblemCode.MESSAGE_TYPE,
          Severity.ERROR,
          message.kind().schemaName(),
          "a kind that " + name + " writes: " + kinds);
    }
    return writes.isPresent();
  }

  private void problem(
      RegionalMessage message, ProblemCode code, Severity severity, String found, String expected) {
    report.add(
        message.data().businessKey(),
        List.of(new Problem(code, severity, Location.WHOLE, found, expected)));
  }

  private static String variant(RegionalMessage message) {
    return message.data() instanceof ItemDeclaration item
        ? item.function() + "/" + item.version()
        : message.kind().name();
  }

  /** One document, and others for what finds no room in it. */
  private void write(Group group, List<RegionalMessage> messages) throws IOException {
    var rest = messages;
    while (!rest.isEmpty()) {
      rest = writeOne(group, rest);
    }
  }

  /** What belongs in the next document; always fewer, as the first that can be written is in. */
  private List<RegionalMessage> writeOne(Group group, List<RegionalMessage> messages)
      throws IOException {
    var view =
        group.document() == null
            ? PartyView.of(group.recipient())
            : PartyView.of(group.recipient(), group.document());
    var context = new EncodeContext(view, at, "T%06d".formatted(++documents));
    var encoded = group.encoder().encode(messages, context);
    var next = new ArrayList<RegionalMessage>();
    for (int i = 0; i < messages.size(); i++) {
      var carriage = encoded.carriages().get(i);
      if (carriage.state() == Carriage.State.NEXT_DOCUMENT && encoded.carriesAny()) {
        next.add(messages.get(i));
      } else {
        report.add(messages.get(i).data().businessKey(), carriage.problems());
      }
    }
    if (encoded.carriesAny()) {
      out.write(encoded.document());
      out.write('\n');
    }
    return next;
  }
}
