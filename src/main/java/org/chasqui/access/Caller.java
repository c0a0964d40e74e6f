package org.chasqui.access;

import java.util.Set;

/**
 * The bearer of a valid token.
 *
 * @param party id of the party in whose name it calls
 */
public record Caller(String party, Set<Right> rights) {

  /** Copies the rights. */
  public Caller {
    rights = Set.copyOf(rights);
  }

  /** True when the token carries this right. */
  public boolean may(Right right) {
    return rights.contains(right);
  }
}
