package org.chasqui.codec.siscomex;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.RegionalMessage;

/**
 * The numbers that the system gave an item when it was registered. Every later document names them;
 * the decisions keep them, in an extension of ours.
 *
 * @param manifest {@code numeroManifesto}, 15 characters
 * @param lot {@code numeroLote}, 16 characters
 * @param master {@code master}: the receptacle as the system has it
 */
record RemessaNumbers(String manifest, String lot, String master) {
  /** Key of the extension of a decision that keeps them. */
  static final String EXTENSION = "br.gov.siscomex.remessa";

  private static final String MANIFEST = "numeroManifesto";
  private static final String LOT = "numeroLote";
  private static final String MASTER = "numeroMaster";

  /** What the administration said last; null where it said nothing. */
  static RemessaNumbers of(List<RegionalMessage> earlier, ProfileView view) {
    var found = new RemessaNumbers(null, null, null);
    for (var message : earlier) {
      if (message.data() instanceof CustomsDecision decision
          && decision.authority() != null
          && view.countryCode().equals(decision.authority().countryCode())
          && decision.extensions().get(EXTENSION) instanceof Map<?, ?> kept) {
        found =
            new RemessaNumbers(
                later(kept.get(MANIFEST), found.manifest),
                later(kept.get(LOT), found.lot),
                later(kept.get(MASTER), found.master));
      }
    }
    return found;
  }

  private static String later(Object value, String before) {
    return value instanceof String text ? text : before;
  }

  /** The extensions of a decision; none when there is nothing to keep. */
  Map<String, Object> extensions() {
    var kept = new LinkedHashMap<String, Object>();
    put(kept, MANIFEST, manifest);
    put(kept, LOT, lot);
    put(kept, MASTER, master);
    return kept.isEmpty() ? Map.of() : Map.of(EXTENSION, kept);
  }

  private static void put(Map<String, Object> kept, String name, String value) {
    if (value != null) {
      kept.put(name, value);
    }
  }
}
