package org.chasqui.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Operators and mail processing centres as the UPU listed them. The edition shipped is old (see
 * {@code codelists/README.md}): a code that is not here is unknown, not wrong. Immutable.
 */
public final class PostalCodeLists {
  private final Set<String> operators = new HashSet<>();
  private final Map<String, String> operatorByImpc = new HashMap<>();

  private PostalCodeLists() {}

  /** Reads {@code codelists/operators.csv} and {@code codelists/impc.csv} below a folder. */
  public static PostalCodeLists load(Path configDir) throws ConfigurationException {
    var lists = new PostalCodeLists();
    List<ConfigurationFault> faults = new ArrayList<>();
    for (var row : CsvFile.rows(configDir, "codelists/operators.csv", 3, faults::add)) {
      lists.operators.add(row.getFirst());
    }
    for (var row : CsvFile.rows(configDir, "codelists/impc.csv", 3, faults::add)) {
      lists.operatorByImpc.put(row.getFirst(), row.getLast());
    }
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
    return lists;
  }

  /** True when an operator has this code: {@code CLA}. */
  public boolean isOperator(String code) {
    return operators.contains(code);
  }

  /** True when a centre has this code: {@code CLSCLA}. */
  public boolean isImpc(String impc) {
    return operatorByImpc.containsKey(impc);
  }

  /** Code of the operator that runs a centre. */
  public Optional<String> operatorOf(String impc) {
    return Optional.ofNullable(operatorByImpc.get(impc));
  }
}
