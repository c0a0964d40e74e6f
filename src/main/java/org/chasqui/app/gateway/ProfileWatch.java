package org.chasqui.app.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chasqui.profile.Authentication;
import org.chasqui.profile.ConfigurationException;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.chasqui.rule.RuleBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the files of the parties have changed and have stood still since the last look, and
 * takes all of them in place of those in use. Faults, and changes of what is set up at the start
 * alone, are told once; the former profiles stay.
 */
final class ProfileWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProfileWatch.class);
  private static final List<String> FOLDERS =
      List.of("administrations", "operators", "marketplaces", "rates");

  private final Path config;
  private final Profiles inUse;
  private final Callable<Profiles> loader;
  private final Consumer<Map<String, String>> keep;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("profiles").unstarted(task));
  private volatile List<String> refused = List.of();
  private String taken;
  private String seen;

  /**
   * Starts to look.
   *
   * @param loader reads the files anew
   * @param keep keeps the texts of their rules, before anything refers to them
   */
  ProfileWatch(
      Path config,
      Profiles inUse,
      Callable<Profiles> loader,
      Consumer<Map<String, String>> keep,
      Duration every) {
    this.config = config;
    this.inUse = inUse;
    this.loader = loader;
    this.keep = keep;
    this.taken = print();
    looks.scheduleWithFixedDelay(
        this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Why the newest state of the files is not in use; empty when it is. */
  List<String> refused() {
    return refused;
  }

  private String print() {
    return FOLDERS.stream()
        .map(folder -> FolderPrint.of(config.resolve(folder)))
        .collect(Collectors.joining("\n"));
  }

  private void look() {
    try {
      var now = print();
      boolean still = now.equals(seen);
      seen = now;
      if (still && !now.equals(taken)) {
        taken = now;
        take();
      }
    } catch (RuntimeException e) {
      LOG.error("looking at the profiles failed", e);
    }
  }

  private void take() {
    try {
      var read = loader.call();
      refused = restarts(read);
      if (refused.isEmpty()) {
        keep.accept(RuleBook.of(read).texts());
        inUse.replace(read);
        LOG.info("the changed profiles are in use");
      }
    } catch (ConfigurationException e) {
      refused = List.of(e.getMessage().strip());
    } catch (Exception e) {
      refused = List.of("cannot be read: " + e.getClass().getSimpleName());
    }
    refused.forEach(
        reason -> LOG.warn("changed profiles are refused, the former stay: {}", reason));
  }

  /** What only a restart can change: which parties there are, and how they are connected. */
  private List<String> restarts(Profiles read) {
    var before = fixed(inUse);
    var after = fixed(read);
    var reasons = new ArrayList<String>();
    if (!before.keySet().equals(after.keySet())) {
      reasons.add("another set of parties needs a restart");
    }
    after.forEach(
        (party, parts) -> {
          if (before.containsKey(party) && !before.get(party).equals(parts)) {
            reasons.add(party + ": a change of how it is connected needs a restart");
          }
        });
    return reasons;
  }

  private static Map<String, List<Object>> fixed(Profiles profiles) {
    var fixed = new LinkedHashMap<String, List<Object>>();
    profiles.all().forEach(profile -> fixed.put(profile.id(), fixed(profile)));
    return fixed;
  }

  private static List<Object> fixed(Profile profile) {
    var transport = profile.transport();
    var limits = profile.limits();
    var response = profile.response();
    boolean files = !transport.calls();
    var parts = new ArrayList<Object>();
    parts.add(profile.identity().address());
    parts.add(transport.kind());
    parts.add(transport.timeout());
    parts.add(transport.settings().getOrDefault("trust", ""));
    parts.add(limits.concurrentCalls());
    parts.add(limits.breakerFailures());
    parts.add(limits.breakerPause());
    parts.add(
        profile.authentication().all().stream()
            .filter(module -> module.module().equals("mutual-tls"))
            .map(Authentication::settings)
            .toList());
    parts.add(response.settings().getOrDefault("loadEvery", ""));
    parts.add(files ? transport + "" + response + profile.format().rules() : "");
    return parts;
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
