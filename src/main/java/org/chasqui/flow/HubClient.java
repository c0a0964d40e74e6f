package org.chasqui.flow;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.util.Timeout;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.profile.Profile;

/**
 * How the HTTP client of a hub behaves: one call an attempt, with connections, TLS and time limits
 * of the party's own. Left alone it repeats a call that was answered 429 or 503 unseen, with the
 * one-time token of the first.
 */
final class HubClient implements HttpClientConfigurer {
  private final Profile profile;
  private final Connector connector;
  private final FlowSettings settings;

  HubClient(Profile profile, Connector connector, FlowSettings settings) {
    this.profile = profile;
    this.connector = connector;
    this.settings = settings;
  }

  @Override
  public void configureHttpClient(HttpClientBuilder client) {
    var most = profile.transport().timeout();
    var timeout = most.compareTo(settings.hubTimeout()) < 0 ? most : settings.hubTimeout();
    var limit = Timeout.of(timeout);
    client
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .setConnectionManager(connections(limit).build())
        .setConnectionManagerShared(false)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(limit)
                .setResponseTimeout(limit)
                .build());
  }

  /** As many connections as the party takes calls at once, with the gateway's own certificate. */
  private PoolingHttpClientConnectionManagerBuilder connections(Timeout limit) {
    int atOnce = Math.max(1, profile.limits().concurrentCalls());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(atOnce)
            .setMaxConnPerRoute(atOnce)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(FlowSettings.CONNECT))
                    .setSocketTimeout(limit)
                    .build());
    try {
      connector
          .tls()
          .ifPresent(own -> connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(own)));
    } catch (ConnectorException e) {
      throw new HubUnprepared(e);
    }
    return connections;
  }

  /** The client cannot be made yet: a secret is missing. */
  static final class HubUnprepared extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HubUnprepared(ConnectorException cause) {
      super(cause);
    }
  }
}
