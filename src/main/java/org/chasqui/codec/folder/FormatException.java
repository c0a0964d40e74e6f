package org.chasqui.codec.folder;

import java.util.List;
import java.util.stream.Collectors;

/** A format's folder cannot be used; says every fault at once. */
public final class FormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FormatFault> faults;

  FormatException(List<FormatFault> faults) {
    super(
        faults.stream()
            .map(FormatFault::text)
            .collect(Collectors.joining("\n", "A format of config/formats has faults:\n", "")));
    this.faults = List.copyOf(faults);
  }

  /** All of them, in the order of the files. */
  public List<FormatFault> faults() {
    return faults;
  }
}
