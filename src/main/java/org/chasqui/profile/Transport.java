package org.chasqui.profile;

import java.time.Duration;
import java.util.Map;

/**
 * How a party is reached.
 *
 * @param kind {@code http}: the gateway calls the hub; {@code outbox}: the party fetches
 * @param address base address, with {@code {{NAME}}} placeholders for the environment resolved;
 *     null for the outbox
 * @param path path of the submission below the address
 * @param method HTTP method
 * @param headers fixed headers
 * @param timeout of one call
 */
public record Transport(
    String kind,
    String address,
    String path,
    String method,
    Map<String, String> headers,
    Duration timeout) {}
