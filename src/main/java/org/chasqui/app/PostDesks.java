package org.chasqui.app;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The posts at their outboxes: each fetches what is there for it and says that it has it. */
final class PostDesks implements AutoCloseable {
  private static final int WAIT_SECONDS = 5;
  private static final long PAUSE_MILLIS = 100;
  private static final Pattern ITEM = Pattern.compile("DOC\\+976\\+(\\w{13})");

  private final PostClient client = new PostClient();
  private final ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final AtomicLong documents = new AtomicLong();
  private volatile boolean open = true;

  /**
   * Opens a desk for each party.
   *
   * @param gateway where the gateway is now; it may move
   */
  PostDesks(Supplier<URI> gateway, Map<String, String> tokensByPost) {
    tokensByPost.forEach((party, token) -> desks.submit(() -> serve(gateway, party, token)));
  }

  /** Items of which a post has heard a decision. */
  Set<String> told() {
    return told;
  }

  /** How many documents the posts fetched. */
  long documents() {
    return documents.get();
  }

  private void serve(Supplier<URI> gateway, String party, String token) {
    while (open) {
      try {
        var fetched = client.fetch(gateway.get(), party, token, WAIT_SECONDS);
        if (fetched.isEmpty()) {
          continue;
        }
        client.acknowledge(gateway.get(), party, token, fetched);
        documents.addAndGet(fetched.size());
        fetched.forEach(document -> hear(document.document()));
      } catch (IOException e) {
        pause(); // the gateway is away for a moment: the document stays in the outbox
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void hear(String document) {
    var matcher = ITEM.matcher(document);
    while (matcher.find()) {
      told.add(matcher.group(1));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open = false;
    desks.shutdownNow();
    client.close();
  }
}
