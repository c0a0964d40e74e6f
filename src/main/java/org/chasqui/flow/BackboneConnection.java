package org.chasqui.flow;

import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.activemq6.ActiveMQComponent;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** What a backbone needs while it is used: the broker in the process, the pool of connections. */
final class BackboneConnection implements AutoCloseable {
  private static final int CONNECTIONS = 4;
  private static final int SESSIONS = 200;

  private final EmbeddedBroker broker;
  private final JmsPoolConnectionFactory pool;

  private BackboneConnection(EmbeddedBroker broker, JmsPoolConnectionFactory pool) {
    this.broker = broker;
    this.pool = pool;
  }

  /** Opens the backbone and gives the context its component. */
  static BackboneConnection open(CamelContext context, Backbone backbone) throws Exception {
    context.getRegistry().bind(Backbone.HEADERS, new BackboneHeaders());
    return switch (backbone) {
      case Backbone.EmbeddedActiveMq embedded -> {
        var broker =
            new EmbeddedBroker(
                embedded.data(),
                "chasqui-" + Integer.toHexString(System.identityHashCode(context)));
        yield new BackboneConnection(broker, activeMq(context, broker.url(), null, null));
      }
      case Backbone.RemoteActiveMq remote ->
          new BackboneConnection(
              null, activeMq(context, remote.url(), remote.user(), remote.password()));
      case Backbone.Kafka ignored -> new BackboneConnection(null, null);
    };
  }

  private static JmsPoolConnectionFactory activeMq(
      CamelContext context, String url, String user, String password) {
    var factory = new ActiveMQConnectionFactory(user, password, url);
    factory.setTrustAllPackages(false);
    factory.setWatchTopicAdvisories(false);
    var pool = new JmsPoolConnectionFactory();
    pool.setConnectionFactory(factory);
    pool.setMaxConnections(CONNECTIONS);
    pool.setMaxSessionsPerConnection(SESSIONS);
    var component = new ActiveMQComponent();
    component.setConnectionFactory(pool);
    component.setUsePooledConnection(false);
    context.addComponent("activemq6", component);
    return pool;
  }

  @Override
  public void close() throws Exception {
    if (pool != null) {
      pool.stop();
    }
    if (broker != null) {
      broker.close();
    }
  }
}
