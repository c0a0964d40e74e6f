package org.chasqui.conformance;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.Reading;

/** Carries documents to a hub and what it says back, by its transport. */
interface Carrier {

  /**
   * Makes one attempt.
   *
   * @param key the same over all attempts
   */
  Reading submit(byte[] document, String mediaType, String key)
      throws IOException, InterruptedException, ConnectorException;

  /** Asks what became of a submission. */
  Reading ask(String protocol, List<String> itemIds)
      throws IOException, InterruptedException, ConnectorException;

  /** What the hub tells by itself; waits for it no longer than this. */
  Optional<byte[]> told(Duration within)
      throws IOException, InterruptedException, ConnectorException;

  /** True when the hub can refuse a document in its answer. */
  boolean answers();

  /** Whether the hub refuses who comes with other secrets, which this carrier has. */
  Outcome stranger(byte[] document, String mediaType) throws IOException, InterruptedException;

  /** The meaning of an answer in words. */
  static String meaning(Reading reading) {
    return switch (reading) {
      case Reading.Answered ignored -> "answered with decisions";
      case Reading.Submitted ignored -> "taken in, to be asked for";
      case Reading.AwaitPush ignored -> "taken in, decisions will be pushed";
      case Reading.StillWaiting ignored -> "nothing to tell yet";
      case Reading.Refused refusal ->
          "refused" + refusal.problems().stream().limit(3).map(p -> " " + p.found()).toList();
      case Reading.TryAgain again -> "to be tried again: " + again.reason();
    };
  }
}
