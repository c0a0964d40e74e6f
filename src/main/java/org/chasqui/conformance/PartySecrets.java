package org.chasqui.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chasqui.sandbox.HubKeys;

/** What the authentication of a party refers to by variables. */
record PartySecrets(HubUnderTest hub) {
  private static final String ENV = "env:";
  private static final String KEY = "key";
  private static final String CERTIFICATE = "certificate"; // of the hub, and no secret

  /** The texts that no report may hold. */
  Set<String> texts() {
    return references(name -> !name.equals(CERTIFICATE)).stream()
        .map(name -> hub.environment().getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toSet());
  }

  /** The environment with other secrets, and a key that the hub does not know. */
  Map<String, String> ofAStranger() {
    Map<String, String> wrong = new HashMap<>(hub.environment());
    var secret = "wrong-" + hub.seed();
    references(name -> !name.equals(KEY) && !name.equals(CERTIFICATE))
        .forEach(name -> wrong.put(name, secret));
    boolean ssh = hub.party().authentication().modules().contains("ssh");
    references(name -> name.equals(KEY))
        .forEach(
            name -> wrong.put(name, ssh ? HubKeys.openSsh() : HubKeys.pkcs12("stranger", secret)));
    return wrong;
  }

  /** Names of the variables that stand at wanted settings. */
  private List<String> references(Predicate<String> wanted) {
    return hub.party().authentication().all().stream()
        .flatMap(module -> module.settings().entrySet().stream())
        .filter(setting -> wanted.test(setting.getKey()))
        .map(Map.Entry::getValue)
        .filter(value -> value.startsWith(ENV))
        .map(value -> value.substring(ENV.length()))
        .toList();
  }
}
