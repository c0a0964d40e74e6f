package org.chasqui.flow;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.chasqui.sftp.SftpDoor;

/** The running flow: backbone, beans, routes and the HTTP door. */
public final class GatewayFlow implements AutoCloseable {
  private static final List<String> FOLDERS = List.of("shared", "process", "outbound", "inbound");
  private static final int WORKERS = 96;

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final DoorServer server;
  private final Vertx vertx;
  private final FlowBeans beans;
  private BackboneConnection backbone;
  private SftpDoor sftp;

  private GatewayFlow(FlowParts parts, FlowSettings settings) throws IOException {
    vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(WORKERS));
    var http = http(settings);
    server = new DoorServer(http);
    // The door's route asks the registry for its port, before the server listens.
    context.getRegistry().bind("http", http);
    // The server asks the registry and forgets what was set on it.
    context.getRegistry().bind("vertx", vertx);
    context.disableJMX();
    context.getCamelContextExtension().setName("chasqui");
    context.setStreamCaching(false);
    context.getShutdownStrategy().setTimeout(20);
    context.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
    context.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
    beans = new FlowBeans(parts, settings, context);
  }

  /**
   * Starts everything; returns when the door accepts.
   *
   * @throws IOException when a port or folder cannot be used
   */
  public static GatewayFlow start(FlowParts parts, FlowSettings settings) throws Exception {
    var flow = new GatewayFlow(parts, settings);
    try {
      flow.open(parts, settings);
      return flow;
    } catch (Exception e) {
      flow.close();
      throw e;
    }
  }

  private void open(FlowParts parts, FlowSettings settings) throws Exception {
    backbone = BackboneConnection.open(context, settings.backbone());
    context.getPropertiesComponent().setInitialProperties(properties(settings));
    context.addRoutePolicyFactory(metrics(parts));
    if (parts.witness() != null) {
      context.getCamelContextExtension().addInterceptStrategy(new StepWitness(parts.witness()));
    }
    beans.bind(context.getRegistry());
    context.addService(server);
    // All routes are known before the first one runs: a timer that fires among them meets gaps.
    context.addRoutes(new PartyRoutes(parts.profiles(), new PartyFiles(context, parts)));
    PluginHelper.getRoutesLoader(context).loadRoutes(files(settings.routes()));
    context.start();
    server.listen();
    if (settings.sftp() != null) {
      sftp =
          SftpDoor.open(
              settings.sftp(),
              parts.ledger(),
              party -> parts.profiles().byId(party).isPresent(),
              parts.clock());
    }
  }

  private static MicrometerRoutePolicyFactory metrics(FlowParts parts) {
    var factory = new MicrometerRoutePolicyFactory();
    factory.setMeterRegistry(parts.meters());
    return factory;
  }

  private static VertxPlatformHttpServerConfiguration http(FlowSettings settings) {
    var configuration = new VertxPlatformHttpServerConfiguration();
    configuration.setBindHost(settings.host());
    configuration.setBindPort(settings.port());
    configuration.setPath("/");
    return configuration;
  }

  private static Properties properties(FlowSettings settings) {
    var properties = settings.backbone().endpoints();
    properties.put("chasqui.folder", settings.inbox().toString());
    properties.put("chasqui.sftp.folder", settings.uploads().toString());
    properties.put("chasqui.folder.delay", Long.toString(settings.folderEvery().toMillis()));
    properties.put("chasqui.folder.settle", Long.toString(settings.folderEvery().toMillis()));
    properties.put("chasqui.sweep.period", Long.toString(settings.sweepEvery().toMillis()));
    return properties;
  }

  /** The route files, folder by folder, since a pattern would not recurse. */
  static List<Resource> files(Path routes) throws IOException {
    var resources = new ArrayList<Resource>();
    for (var folder : FOLDERS) {
      try (var files = Files.list(routes.resolve(folder))) {
        files
            .filter(file -> file.toString().endsWith(".camel.yaml"))
            .sorted()
            .forEach(file -> resources.add(resource(file)));
      }
    }
    return resources;
  }

  private static Resource resource(Path file) {
    return ResourceHelper.fromBytes(file.toUri().toString(), read(file));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The port of the door. */
  public int port() {
    return server.getPort();
  }

  /** State of a party's gate for the console: open, breaker-open or closed-hours. */
  public String gate(String party) {
    return beans.gates().state(party);
  }

  /** True when the routes run and the doors are open. */
  public boolean isReady() {
    return context.isStarted() && (sftp == null || sftp.isOpen());
  }

  @Override
  public void close() throws Exception {
    if (sftp != null) {
      sftp.close();
    }
    context.stop();
    vertx.close();
    if (backbone != null) {
      backbone.close();
    }
  }
}
