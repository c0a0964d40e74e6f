package org.chasqui.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which items travel in which dispatches, and who was sent what of an item. */
public interface ItemBook {

  /** The items of a dispatch by the latest usable pre-advice of this sender that names any. */
  List<String> dispatched(String dispatch, String sender);

  /**
   * The number of the latest usable pre-advice of a dispatch by this sender that names items; 0
   * when there is none.
   */
  long latest(String dispatch, String sender);

  /**
   * The numbers of all usable pre-advices of a dispatch by this sender whose content is still
   * there, those of a consignment that name no items among them; oldest first.
   */
  List<Long> preadvices(String dispatch, String sender);

  /** The content of a message, which never changes; empty when it was purged. */
  Optional<byte[]> content(long messageId);

  /** Who sent a message; empty for an unknown one. */
  Optional<String> sender(long messageId);

  /** Of these items where the latest pre-advice of this sender puts each. */
  Map<String, DispatchItem> carried(Collection<String> itemIds, String sender);

  /**
   * The latest declaration of each of these items on its present way that each party was or is to
   * be sent, as recorded; without those whose content was purged.
   */
  Map<String, Map<String, byte[]>> declarations(Collection<String> itemIds);
}
