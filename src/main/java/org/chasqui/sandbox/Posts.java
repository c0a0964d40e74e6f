package org.chasqui.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Simulated designated operators. Each pushes its interchanges until they are taken, fetches what
 * the gateway tells it, and counts items on its own, so that a loss shows whatever the gateway
 * says.
 */
public final class Posts implements AutoCloseable {
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final Supplier<URI> address;
  private final Gateway gateway = new Gateway();
  private final Map<String, Post> posts = new LinkedHashMap<>();
  private final List<Thread> fetchers = new ArrayList<>();

  /**
   * Posts of a gateway.
   *
   * @param address of the gateway; may be down for a while
   * @param tokensByParty bearer tokens with the rights to send and to fetch, by party id: {@code
   *     cla}
   */
  public Posts(URI address, Map<String, String> tokensByParty) {
    this(() -> address, tokensByParty);
  }

  /** Posts of a gateway that comes back at another address after each start. */
  public Posts(Supplier<URI> address, Map<String, String> tokensByParty) {
    this.address = address;
    tokensByParty.forEach((party, token) -> posts.put(party, new Post(party, token, gateway)));
  }

  /**
   * Pushes an interchange; returns when the gateway has answered for good. The same bytes are sent
   * again while it is busy or down.
   *
   * @throws IllegalArgumentException when there is no such post
   */
  public PushResult push(String party, byte[] interchange) throws InterruptedException {
    return post(party).push(address, interchange, "application/edifact");
  }

  /** Begins to fetch and acknowledge for every post, until closed. */
  public synchronized void startFetching() {
    if (!fetchers.isEmpty()) {
      return;
    }
    posts.forEach(
        (party, post) ->
            fetchers.add(Thread.ofVirtual().name("post-" + party).start(() -> fetch(post))));
  }

  private void fetch(Post post) {
    try {
      post.fetch(address, WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Counts of all posts together. */
  public PostCounters counters() {
    return posts.values().stream()
        .map(Post::counters)
        .reduce(PostCounters.none(), PostCounters::plus);
  }

  /** Counts of one post. */
  public PostCounters counters(String party) {
    return post(party).counters();
  }

  /** True when the post was told a decision on the item. */
  public boolean wasTold(String party, String itemId) {
    return post(party).wasTold(itemId);
  }

  private Post post(String party) {
    var post = posts.get(party);
    if (post == null) {
      throw new IllegalArgumentException("the sandbox has no post " + party);
    }
    return post;
  }

  /** Stops fetching. */
  @Override
  public synchronized void close() {
    fetchers.forEach(Thread::interrupt);
    gateway.close();
    try {
      for (var fetcher : fetchers) {
        fetcher.join(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
