package org.chasqui.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.LoadedView;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.RawDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service door: asks a party's service for the declarations that wait there. A service gives
 * the same until it is told a response, so what is declared already, or was seen a moment ago, is
 * passed over. In closed hours it is not asked.
 */
public final class ServiceDoor {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceDoor.class);
  private static final String VIEWS = "ChasquiViews";
  private static final int MOST_SEEN = 20_000;

  private final Function<String, Connector> connectors;
  private final Ledger ledger;
  private final Pressure pressure;
  private final Gates gates;
  private final Set<String> seen =
      Collections.newSetFromMap(
          Collections.synchronizedMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MOST_SEEN;
                }
              }));

  ServiceDoor(
      Function<String, Connector> connectors, Ledger ledger, Pressure pressure, Gates gates) {
    this.gates = gates;
    this.connectors = connectors;
    this.ledger = ledger;
    this.pressure = pressure;
  }

  /** Header {@code ChasquiParty}: who is asked. Body becomes a {@link Submission}, or null. */
  public void load(Exchange exchange) {
    var party = exchange.getMessage().getHeader(FlowNames.PARTY, String.class);
    exchange.getMessage().setBody(null);
    if (pressure.declines(party) != null || gates.closedUntil(party).isPresent()) {
      return;
    }
    try {
      var fresh = fresh(party, connectors.apply(party).load());
      if (!fresh.isEmpty()) {
        exchange.setProperty(VIEWS, fresh.stream().map(view -> key(party, view)).toList());
        exchange.getMessage().setBody(submission(party, fresh));
      }
    } catch (IOException | ConnectorException e) {
      LOG.atInfo()
          .addKeyValue("party", party)
          .log("the service was not asked: {}", Failures.reason(e));
    }
  }

  private List<LoadedView> fresh(String party, List<LoadedView> views) {
    var ids = views.stream().map(LoadedView::itemId).collect(Collectors.toSet());
    var known = ids.isEmpty() ? Set.<String>of() : ledger.items(ids).keySet();
    return views.stream()
        .filter(view -> !known.contains(view.itemId()))
        // by its content too: one that was refused may come again corrected
        .filter(view -> !seen.contains(key(party, view)))
        .toList();
  }

  private static String key(String party, LoadedView view) {
    return party + "/" + RawDocument.of(bytes(view.xml())).sha256();
  }

  /** What the ledger has, or will never have, need not be looked at again. */
  public void taken(Exchange exchange) {
    if (exchange.getProperty(FlowNames.INTAKE) instanceof IntakeResult.Busy) {
      return;
    }
    for (var key : exchange.getProperty(VIEWS, List.class)) {
      seen.add(key.toString());
    }
  }

  private static Submission submission(String party, List<LoadedView> views) {
    var document =
        bytes(
            views.stream()
                .map(LoadedView::xml)
                .collect(Collectors.joining("\n", "<cdsViews>\n", "\n</cdsViews>\n")));
    var head = Arrays.copyOf(document, Math.min(document.length, CodecRegistry.HEAD_BYTES));
    return new Submission(party, "service", "application/xml", head, RawDocument.of(document));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
