package org.chasqui.app.gateway;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.chasqui.codec.folder.FolderCodecs;
import org.chasqui.codec.folder.FormatFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the folder of a format has changed and has stood still since the last look, and has
 * it taken in place of the one in use. What cannot be used is told once; the former stays.
 */
final class FormatWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FormatWatch.class);

  private final FolderCodecs formats;
  private final Map<String, String> taken = new HashMap<>();
  private final Map<String, String> seen = new HashMap<>();
  private final Map<String, List<FormatFault>> refused = new ConcurrentHashMap<>();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("formats").unstarted(task));

  /** Starts to look at these formats. */
  FormatWatch(FolderCodecs formats, Collection<String> names, Duration every) {
    this.formats = formats;
    for (var name : names) {
      formats.folder(name).ifPresent(folder -> taken.put(name, FolderPrint.of(folder)));
    }
    if (!taken.isEmpty()) {
      looks.scheduleWithFixedDelay(
          this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Why the newest state of a folder is not in use; empty when it is. */
  List<FormatFault> refused(String name) {
    return refused.getOrDefault(name, List.of());
  }

  private void look() {
    for (var name : List.copyOf(taken.keySet())) {
      try {
        look(name);
      } catch (RuntimeException e) {
        LOG.error("format {}: looking at its folder failed", name, e);
      }
    }
  }

  private void look(String name) {
    var now = FolderPrint.of(formats.folder(name).orElseThrow());
    boolean still = now.equals(seen.put(name, now));
    if (!still || now.equals(taken.get(name))) {
      return;
    }
    taken.put(name, now);
    var faults = formats.reload(name);
    if (faults.isEmpty()) {
      refused.remove(name);
      LOG.info("format {}: the changed folder is in use", name);
    } else {
      refused.put(name, faults);
      var told = faults.stream().map(FormatFault::text).collect(Collectors.joining("; "));
      LOG.warn("format {}: the changed folder is refused, the former stays: {}", name, told);
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
