package org.chasqui.codec.edifact;

import java.util.List;
import java.util.stream.Collectors;

/** The definition files cannot be used; says every fault at once. */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DefinitionException(List<DefinitionFault> faults) {
    super(
        faults.stream()
            .map(DefinitionFault::text)
            .collect(Collectors.joining("\n", "The EDIFACT definitions have faults:\n", "")));
  }
}
