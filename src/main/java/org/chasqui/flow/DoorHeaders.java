package org.chasqui.flow;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Nothing that a client sends, as a header, in the query or in a form, becomes a Camel header
 * (header injection, CVE-2026-40022 and its kin): the doors ask the request itself. Nothing leaves
 * unless it stands here.
 */
final class DoorHeaders implements HeaderFilterStrategy {
  private static final Set<String> OUT =
      Set.of(
          "content-type",
          "location",
          "retry-after",
          "cache-control",
          "etag",
          "allow",
          "set-cookie",
          "content-security-policy",
          "x-content-type-options",
          "x-frame-options",
          "referrer-policy",
          "permissions-policy",
          "content-language",
          "content-disposition",
          "vary",
          "www-authenticate",
          "api-version",
          "link",
          "accept",
          "hx-redirect",
          "hx-refresh",
          "cross-origin-opener-policy",
          "cross-origin-resource-policy");

  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return !OUT.contains(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    return true;
  }
}
