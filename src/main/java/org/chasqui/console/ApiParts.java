package org.chasqui.console;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.chasqui.access.AccessRegistry;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.ledger.Ledger;
import org.chasqui.profile.Profile;

/**
 * What the API reads from.
 *
 * @param parties every party of the gateway, administrations and operators
 * @param metrics the text of {@code /metrics} in the exposition format of Prometheus
 * @param health what {@code /health/ready} asks
 * @param config the folder with {@code schema/} and {@code openapi.json}
 */
public record ApiParts(
    Ledger ledger,
    Supplier<List<Profile>> parties,
    CodecRegistry codecs,
    AccessRegistry access,
    Supplier<String> metrics,
    List<Health> health,
    Path config,
    Clock clock) {}
