package org.chasqui.app.gateway;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.access.AccessRegistry;
import org.chasqui.access.Right;
import org.chasqui.message.PartyRole;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/** The tokens of all parties of a demonstration, and one that sees everything. */
public record Tokens(Map<String, String> byParty, String overseer) {
  /** Name under which the one who sees everything appears in the ledger. */
  public static final String OVERSEER = "demo";

  private static final Set<Right> POST = Set.of(Right.SEND, Right.FETCH, Right.READ_OWN);
  private static final Set<Right> CUSTOMS = Set.of(Right.SEND, Right.READ_OWN);
  private static final Set<Right> ALL = Set.of(Right.READ_ALL, Right.REPLAY, Right.METRICS);

  /** Makes them and keeps their digests in the data folder of a gateway. */
  public static Tokens issue(Path data, Profiles profiles) {
    var file = Gateway.tokens(data);
    var tokens = new LinkedHashMap<String, String>();
    for (var profile : profiles.all()) {
      tokens.put(profile.id(), AccessRegistry.issue(file, profile.id(), rights(profile)));
    }
    return new Tokens(tokens, AccessRegistry.issue(file, OVERSEER, ALL));
  }

  /** Those of the posts and marketplaces alone, by party. */
  public Map<String, String> ofPosts(Profiles profiles) {
    return profiles.operators().stream()
        .collect(Collectors.toMap(Profile::id, post -> byParty.get(post.id())));
  }

  /** The rights that a party needs for its part. */
  public static Set<Right> rights(Profile profile) {
    return profile.identity().role() == PartyRole.CUSTOMS ? CUSTOMS : POST;
  }
}
