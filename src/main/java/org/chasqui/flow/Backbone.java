package org.chasqui.flow;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The road between the steps: three endpoint pairs in configuration, ActiveMQ or Kafka. */
public sealed interface Backbone {
  /** Name of the {@link BackboneHeaders} in the registry. */
  String HEADERS = "backboneHeaders";

  /** The endpoint properties that the routes name. */
  Properties endpoints();

  /**
   * ActiveMQ Classic in this process with KahaDB.
   *
   * @param data folder of the broker
   * @param persistentHops true to write internal hops to KahaDB a second time; the ledger re-issues
   *     what is lost, so false is safe (docs/decisions)
   */
  record EmbeddedActiveMq(Path data, boolean persistentHops) implements Backbone {
    @Override
    public Properties endpoints() {
      return activeMq(persistentHops);
    }
  }

  /** A broker elsewhere, reached by OpenWire. */
  record RemoteActiveMq(String url, String user, String password, boolean persistentHops)
      implements Backbone {
    @Override
    public Properties endpoints() {
      return activeMq(persistentHops);
    }

    @Override
    public String toString() {
      return "RemoteActiveMq[" + url + "]";
    }
  }

  /**
   * Kafka.
   *
   * @param brokers bootstrap servers
   * @param prefix of the topics, so that two gateways' worlds can share a cluster
   * @param options further client options, for example for TLS
   */
  record Kafka(String brokers, String prefix, Map<String, String> options) implements Backbone {
    @Override
    public Properties endpoints() {
      var received = "kafka:" + prefix + ".received";
      var outbound = "kafka:" + prefix + ".outbound.";
      var properties = new Properties();
      properties.put("chasqui.backbone.received.to", received + produce());
      properties.put(
          "chasqui.backbone.received.from", received + consume("received") + "&consumersCount=2");
      properties.put(
          "chasqui.backbone.outbound.to", outbound + "${header.ChasquiParty}" + produce());
      properties.put(
          "chasqui.backbone.outbound.from",
          outbound + "<party>" + consume("outbound.<party>") + "&consumersCount=<at-once>");
      return properties;
    }

    /** Options of an endpoint that writes. */
    private String produce() {
      return "?"
          + client()
          + "&requestRequiredAcks=all&lingerMs=0&headerFilterStrategy=#"
          + HEADERS;
    }

    /** Options of an endpoint that reads, as one of a group named by the prefix and its end. */
    private String consume(String group) {
      return "?"
          + client()
          + "&autoOffsetReset=earliest&breakOnFirstError=false&maxPollRecords=100&pollTimeoutMs=250"
          + "&shutdownTimeout=5000&headerFilterStrategy=#"
          + HEADERS
          + "&groupId="
          + prefix
          + "-"
          + group;
    }

    private String client() {
      var client = new StringBuilder("brokers=" + brokers);
      options.forEach(
          (key, value) ->
              client.append("&additionalProperties.").append(key).append('=').append(value));
      return client.toString();
    }
  }

  private static Properties activeMq(boolean persistent) {
    var produce =
        "?exchangePattern=InOnly&deliveryPersistent="
            + persistent
            + "&headerFilterStrategy=#"
            + HEADERS;
    var consume =
        "?acknowledgementModeName=AUTO_ACKNOWLEDGE&cacheLevelName=CACHE_CONSUMER&disableReplyTo=true&headerFilterStrategy=#"
            + HEADERS
            + "&concurrentConsumers=";
    var properties = new Properties();
    properties.put("chasqui.backbone.received.to", "activemq6:queue:received" + produce);
    properties.put("chasqui.backbone.received.from", "activemq6:queue:received" + consume + "3");
    properties.put(
        "chasqui.backbone.outbound.to",
        "activemq6:queue:outbound.${header.ChasquiParty}" + produce);
    properties.put(
        "chasqui.backbone.outbound.from",
        "activemq6:queue:outbound.<party>" + consume + "<at-once>");
    return properties;
  }
}
