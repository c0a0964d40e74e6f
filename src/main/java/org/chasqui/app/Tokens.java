package org.chasqui.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.chasqui.access.AccessRegistry;
import org.chasqui.access.Right;
import org.chasqui.message.PartyRole;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/** The tokens of all parties of a demonstration, and one that sees everything. */
record Tokens(Map<String, String> byParty, String overseer) {
  /** Name under which the one who sees everything appears in the ledger. */
  static final String OVERSEER = "demo";

  private static final Set<Right> POST = Set.of(Right.SEND, Right.FETCH, Right.READ_OWN);
  private static final Set<Right> CUSTOMS = Set.of(Right.SEND, Right.READ_OWN);
  private static final Set<Right> ALL = Set.of(Right.READ_ALL, Right.REPLAY, Right.METRICS);

  /** Makes them and keeps their digests in the data folder of a gateway. */
  static Tokens issue(Path data, Profiles profiles) {
    var file = Gateway.tokens(data);
    var tokens = new LinkedHashMap<String, String>();
    for (var profile : profiles.all()) {
      tokens.put(profile.id(), AccessRegistry.issue(file, profile.id(), rights(profile)));
    }
    return new Tokens(tokens, AccessRegistry.issue(file, OVERSEER, ALL));
  }

  /** The rights that a party needs for its part. */
  static Set<Right> rights(Profile profile) {
    return profile.identity().role() == PartyRole.CUSTOMS ? CUSTOMS : POST;
  }
}
