package org.chasqui.profile;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; says every fault at once. */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigurationFault> faults;

  /** With at least one fault. */
  public ConfigurationException(List<ConfigurationFault> faults) {
    super(
        faults.stream()
            .map(ConfigurationFault::text)
            .collect(Collectors.joining("\n", "The configuration has faults:\n", "")));
    this.faults = List.copyOf(faults);
  }

  /** All faults, by file and line. */
  public List<ConfigurationFault> faults() {
    return faults;
  }
}
