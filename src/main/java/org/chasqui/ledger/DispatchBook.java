package org.chasqui.ledger;

import java.util.List;

/** Which items travel in which dispatches, by the pre-advices in the ledger. */
public interface DispatchBook {

  /** The items of a dispatch by the latest usable pre-advice of this sender that names any. */
  List<String> items(String dispatch, String sender);
}
