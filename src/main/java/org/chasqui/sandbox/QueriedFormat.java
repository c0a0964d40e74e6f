package org.chasqui.sandbox;

import java.util.List;

/** A format in which what follows on the outcome of a submission is asked for by queries. */
interface QueriedFormat extends HubFormat {

  /** Under which key what follows of a submission is asked for; null when it is not. */
  String queryKey(Batch batch);

  /** The key in a query; null when it cannot be read. */
  String queried(byte[] query);

  /** The outcome of a query: where the items of a submission stand. */
  HubAnswer queryOutcome(String protocol, Batch batch, List<Ruling> rulings);
}
