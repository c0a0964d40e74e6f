package org.chasqui.flow;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * How the HTTP client of the hubs behaves: one call an attempt. Left alone it repeats a call that
 * was answered 429 or 503 unseen, with the one-time token of the first.
 */
final class HubClient implements HttpClientConfigurer {
  @Override
  public void configureHttpClient(HttpClientBuilder client) {
    client.disableAutomaticRetries().disableRedirectHandling();
  }
}
