package org.chasqui.flow;

import java.nio.file.Path;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.store.kahadb.disk.journal.Journal.JournalDiskSyncStrategy;

/** ActiveMQ Classic in the process: KahaDB with fsync, bounded memory, no JMX, no port. */
final class EmbeddedBroker implements AutoCloseable {
  private static final long MEMORY = 32L << 20;
  private static final long STORE = 4L << 30;

  static {
    // it would load and register a provider of ciphers that nothing here asks for, from a signed
    // jar
    System.setProperty("org.apache.activemq.broker.BouncyCastleNotAdded", "true");
  }

  private final BrokerService broker = new BrokerService();
  private final String name;

  EmbeddedBroker(Path data, String name) throws Exception {
    this.name = name;
    broker.setBrokerName(name);
    broker.setUseJmx(false);
    broker.setUseShutdownHook(false);
    broker.setAdvisorySupport(false);
    broker.setSchedulerSupport(false);
    broker.setDataDirectoryFile(data.toFile());
    broker.setPersistenceAdapter(store(data));
    broker.setDestinationPolicy(policies());
    broker.getSystemUsage().getMemoryUsage().setLimit(MEMORY);
    broker.getSystemUsage().getStoreUsage().setLimit(STORE);
    broker.getSystemUsage().getTempUsage().setLimit(STORE);
    broker.start();
    broker.waitUntilStarted();
  }

  private static KahaDBPersistenceAdapter store(Path data) throws Exception {
    var store = new KahaDBPersistenceAdapter();
    store.setDirectory(data.resolve("kahadb").toFile());
    store.setJournalDiskSyncStrategy(JournalDiskSyncStrategy.ALWAYS.name());
    store.setChecksumJournalFiles(true);
    store.setCheckForCorruptJournalFiles(true);
    store.setJournalMaxFileLength(8 << 20);
    return store;
  }

  /**
   * Producer flow control would block whoever hands over; the ledger bounds the backlog instead.
   */
  private static PolicyMap policies() {
    var entry = new PolicyEntry();
    entry.setQueue(">");
    entry.setProducerFlowControl(false);
    entry.setUseCache(true);
    entry.setQueuePrefetch(10);
    var map = new PolicyMap();
    map.setDefaultEntry(entry);
    return map;
  }

  String url() {
    return "vm://"
        + name
        + "?create=false&jms.useAsyncSend=true&jms.watchTopicAdvisories=false&jms.prefetchPolicy.queuePrefetch=10";
  }

  @Override
  public void close() throws Exception {
    broker.stop();
    broker.waitUntilStopped();
  }
}
