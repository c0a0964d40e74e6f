package org.chasqui.flow;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.chasqui.access.AccessRegistry;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.connector.Connector;
import org.chasqui.console.Api;
import org.chasqui.ledger.Ledger;
import org.chasqui.profile.Profiles;
import org.chasqui.quality.QualityRules;

/**
 * The parts that the flow joins; made by the composition root.
 *
 * @param backlog lines that wait for delivery, but for those that wait for their pre-advice; cheap
 *     to ask
 * @param witness told the id of each step that an exchange passes, or null
 * @param connectors the connector of a party that is reached over HTTP
 */
public record FlowParts(
    Ledger ledger,
    Profiles profiles,
    CodecRegistry codecs,
    RegionalJson json,
    MessageCheck check,
    QualityRules quality,
    AccessRegistry access,
    Api api,
    Function<String, Connector> connectors,
    LongSupplier backlog,
    MeterRegistry meters,
    Consumer<String> witness,
    Clock clock) {}
