package org.chasqui.flow;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/**
 * What is truly per party, made from the profiles at start: its own queue with its own concurrency
 * and rate, ending in {@code direct:deliver}, the timer of a service that is asked for documents,
 * and the folder in which answers appear.
 */
final class PartyRoutes extends RouteBuilder {
  private final Profiles profiles;
  private final PartyFiles files;

  PartyRoutes(Profiles profiles, PartyFiles files) {
    this.profiles = profiles;
    this.files = files;
  }

  @Override
  public void configure() {
    profiles.all().forEach(this::route);
    profiles.all().forEach(this::load);
    profiles.all().forEach(this::pickUp);
  }

  private void pickUp(Profile profile) {
    files
        .answers(profile)
        .ifPresent(
            folder ->
                from(folder)
                    .routeId("pick-up-" + profile.id())
                    .routeDescription("Answers of " + profile.identity().name() + " in files")
                    .setHeader(FlowNames.PARTY, constant(profile.id()))
                    .to("direct:pick-up"));
  }

  private void load(Profile profile) {
    var every = profile.response() == null ? null : profile.response().settings().get("loadEvery");
    if (every != null) {
      long millis = Math.max(1, Duration.parse(every).toMillis());
      fromF("timer:load-%s?period=%d", profile.id(), millis)
          .routeId("load-" + profile.id())
          .routeDescription("Asks the service of " + profile.identity().name())
          .setHeader(FlowNames.PARTY, constant(profile.id()))
          .to("direct:load");
    }
  }

  private void route(Profile profile) {
    int atOnce = Math.max(1, profile.limits().concurrentCalls());
    var source = "{{chasqui.backbone.outbound.from}}".replace("PARTY", profile.id());
    var route =
        fromF(resolve(source, profile.id(), atOnce))
            .routeId("outbound-" + profile.id())
            .routeDescription("The queue of " + profile.identity().name())
            .setHeader(FlowNames.PARTY, constant(profile.id()));
    double perSecond = profile.limits().callsPerSecond();
    if (perSecond > 0) {
      long periodMillis = perSecond >= 1 ? 1000 : Math.round(1000 / perSecond);
      route
          .throttle(Math.max(1, Math.round(perSecond)))
          .timePeriodMillis(periodMillis)
          .to("direct:deliver");
    } else {
      route.to("direct:deliver");
    }
  }

  private String resolve(String template, String party, int atOnce) {
    return getContext()
        .resolvePropertyPlaceholders(template)
        .replace("<party>", party)
        .replace("<at-once>", Integer.toString(atOnce));
  }
}
