package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The items that a hub has taken in, each with the idempotency key of its first coming and the
 * time. Keeps numbers only, about 40 bytes an item, so that a run of millions fits. Thread-safe.
 */
final class ItemRegister {
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long[] items = new long[1024];
  private long[] keys = new long[1024];
  private long[] times = new long[1024];
  private int size;

  /** A number that stands for a text; two texts share one by chance only (64 bits, never 0). */
  static long digest(String text) {
    long hash = FNV_START;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ octet & 0xFF) * FNV_PRIME;
    }
    // spread over the low bits, which choose the place in the table (the finalizer of MurmurHash3)
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }

  /** How an item came. */
  enum Coming {
    FIRST,
    AGAIN_SAME_KEY,
    AGAIN_OTHER_KEY
  }

  synchronized Coming register(String itemId, long key, long millis) {
    long item = digest(itemId);
    int at = place(item);
    if (items[at] == item) {
      return keys[at] == key ? Coming.AGAIN_SAME_KEY : Coming.AGAIN_OTHER_KEY;
    }
    items[at] = item;
    keys[at] = key;
    times[at] = millis;
    if (++size * 2 > items.length) {
      grow();
    }
    return Coming.FIRST;
  }

  /** When the item was registered, in milliseconds of the epoch; -1 when it is not. */
  synchronized long registeredAt(String itemId) {
    int at = place(digest(itemId));
    return items[at] == 0 ? -1 : times[at];
  }

  /** The key of an item's first coming; 0 when it is not registered. */
  synchronized long keyOf(String itemId) {
    int at = place(digest(itemId));
    return items[at] == 0 ? 0 : keys[at];
  }

  synchronized int size() {
    return size;
  }

  /** How many of them are also in another register. */
  int sizeWithin(ItemRegister other) {
    long[] mine;
    synchronized (this) {
      mine = items.clone();
    }
    int count = 0;
    synchronized (other) {
      for (long item : mine) {
        if (item != 0 && other.items[other.place(item)] == item) {
          count++;
        }
      }
    }
    return count;
  }

  /** All of them, in no order. */
  synchronized List<HubControls.Received> all() {
    var all = new ArrayList<HubControls.Received>(size);
    for (int i = 0; i < items.length; i++) {
      if (items[i] != 0) {
        all.add(new HubControls.Received(items[i], keys[i]));
      }
    }
    return all;
  }

  private int place(long item) {
    int mask = items.length - 1;
    int at = (int) item & mask;
    while (items[at] != 0 && items[at] != item) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    var before = new long[][] {items, keys, times};
    int length = items.length * 2;
    items = new long[length];
    keys = new long[length];
    times = new long[length];
    for (int i = 0; i < before[0].length; i++) {
      if (before[0][i] != 0) {
        int at = place(before[0][i]);
        items[at] = before[0][i];
        keys[at] = before[1][i];
        times[at] = before[2][i];
      }
    }
  }
}
