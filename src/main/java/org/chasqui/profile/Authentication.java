package org.chasqui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the gateway proves who it is.
 *
 * @param module name of the module; {@code docs/connections.md} describes each
 * @param settings of the module; values that are secrets are given as {@code env:NAME} or {@code
 *     file:/path}, and stay so until they are used
 * @param also further modules that the party wants with it, in their order
 */
public record Authentication(
    String module, Map<String, String> settings, List<Authentication> also) {

  /** One module alone. */
  public Authentication(String module, Map<String, String> settings) {
    this(module, settings, List.of());
  }

  /** The names of all modules: {@code mutual-tls, basic}. */
  public String modules() {
    return all().stream().map(Authentication::module).collect(Collectors.joining(", "));
  }

  /** All modules in their order. */
  public List<Authentication> all() {
    var all = new ArrayList<Authentication>();
    all.add(this);
    all.addAll(also);
    return all;
  }
}
