package org.chasqui.app.gateway;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.access.AccessRegistry;
import org.chasqui.connector.CodecCatalog;
import org.chasqui.connector.Connector;
import org.chasqui.connector.Secrets;
import org.chasqui.console.Api;
import org.chasqui.console.ApiParts;
import org.chasqui.console.Health;
import org.chasqui.flow.FlowParts;
import org.chasqui.flow.GatewayFlow;
import org.chasqui.ledger.Ledger;
import org.chasqui.profile.Profiles;
import org.chasqui.quality.QualityRules;

/** Joins the parts of one gateway, each with what it is to know of the others, and no more. */
final class Wiring {
  private final GatewayOptions options;
  private final GatewaySettings settings;
  private final Codecs.Loaded codecs;
  private final Profiles profiles;
  private final Ledger ledger;
  private final Clock clock;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AccessRegistry access;
  private final AtomicReference<GatewayFlow> running = new AtomicReference<>();
  private final AtomicBoolean complete = new AtomicBoolean();

  Wiring(
      GatewayOptions options,
      GatewaySettings settings,
      Codecs.Loaded codecs,
      Profiles profiles,
      Ledger ledger,
      Clock clock)
      throws IOException {
    this.options = options;
    this.settings = settings;
    this.codecs = codecs;
    this.profiles = profiles;
    this.ledger = ledger;
    this.clock = clock;
    access = access(Gateway.tokens(settings.data()));
  }

  /** Starts the routes; {@code witness} sees every step of every route, and may be null. */
  Gateway gateway(Consumer<String> witness) throws Exception {
    var meters = new GatewayMeters(ledger, profiles, registry);
    var flow = GatewayFlow.start(parts(meters, witness), settings.flow());
    running.set(flow);
    var formats = new FormatWatch(codecs.folders(), formats(profiles), settings.formatsEvery());
    return new Gateway(
        ledger, profiles, codecs, complete, meters, flow, formats, watch(), settings.host());
  }

  private FlowParts parts(GatewayMeters meters, Consumer<String> witness) {
    return new FlowParts(
        ledger,
        profiles,
        codecs.registry(),
        Codecs.json(),
        new Checks(settings.config(), profiles),
        QualityRules.of(settings.config().resolve("codelists")),
        access,
        api(),
        connectors(),
        meters::backlog,
        registry,
        witness,
        clock);
  }

  private Api api() {
    return new Api(
        new ApiParts(
            ledger,
            profiles::all,
            codecs.registry(),
            access,
            registry::scrape,
            health(),
            settings.config(),
            clock));
  }

  private static AccessRegistry access(Path tokens) throws IOException {
    if (Files.notExists(tokens)) {
      Files.createFile(tokens);
    }
    return AccessRegistry.load(tokens);
  }

  private ProfileWatch watch() throws IOException {
    var formats = new CodecCatalog(codecs.registry());
    return new ProfileWatch(
        settings.config(),
        profiles,
        () -> Profiles.load(settings.config(), options.environment(), formats),
        ledger.rules()::keep,
        settings.formatsEvery());
  }

  /** The formats that parties are sent or send. */
  static Set<String> formats(Profiles profiles) {
    return profiles.all().stream()
        .flatMap(party -> Stream.of(party.format().codec(), party.format().answerCodec()))
        .collect(Collectors.toSet());
  }

  private List<Health> health() {
    return List.of(
        new Health("ledger", () -> ledger.healthy(Duration.ofSeconds(2))),
        new Health("routes", () -> running.get() != null && running.get().isReady()),
        new Health("formats", complete::get));
  }

  private Function<String, Connector> connectors() {
    var secrets = new Secrets(options.environment());
    Map<String, Connector> made = new ConcurrentHashMap<>();
    return party -> {
      var profile = profiles.byId(party).orElseThrow();
      var known = made.get(party);
      return known != null && known.isOf(profile)
          ? known
          : made.compute(
              party,
              (id, other) ->
                  other != null && other.isOf(profile)
                      ? other
                      : Connector.of(profile, secrets, new KeptTickets(ledger, id)));
    };
  }
}
