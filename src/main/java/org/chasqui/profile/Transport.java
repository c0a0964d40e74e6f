package org.chasqui.profile;

import java.time.Duration;
import java.util.Map;

/**
 * How a party is reached.
 *
 * @param kind {@code http} and {@code soap}: the gateway calls the hub; {@code sftp}: it uploads a
 *     file; {@code folder}: it drops one; {@code outbox}: the party fetches
 * @param address base address, with {@code {{NAME}}} placeholders for the environment resolved: an
 *     http or https address, {@code sftp://host:port}, or the path of a folder; null for the outbox
 * @param path path of the submission below the address
 * @param method HTTP method
 * @param headers fixed headers
 * @param timeout of one call
 * @param settings of the kind; certificates and host keys are given as {@code env:NAME} or {@code
 *     file:PATH}
 */
public record Transport(
    String kind,
    String address,
    String path,
    String method,
    Map<String, String> headers,
    Duration timeout,
    Map<String, String> settings) {

  /** Without settings. */
  public Transport(
      String kind,
      String address,
      String path,
      String method,
      Map<String, String> headers,
      Duration timeout) {
    this(kind, address, path, method, headers, timeout, Map.of());
  }

  /** True when the party is called over HTTP. */
  public boolean calls() {
    return TransportKind.of(kind).filter(TransportKind::calls).isPresent();
  }
}
