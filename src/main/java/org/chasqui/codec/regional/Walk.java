package org.chasqui.codec.regional;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.message.Problem;

/**
 * Where a check of a record stands, and what it found so far. Pointers are built for faults only.
 */
final class Walk {
  private Object[] path = new Object[16];
  private int depth;
  private Set<Problem> problems;
  private boolean needsJson;

  /** Goes into a property (its name) or an entry (its index). */
  void enter(Object step) {
    if (depth == path.length) {
      path = Arrays.copyOf(path, depth * 2);
    }
    path[depth++] = step;
  }

  void leave() {
    depth--;
  }

  void fault(String keyword, JsonNode schema, String property, Object value) {
    if (problems == null) {
      problems = new LinkedHashSet<>();
    }
    problems.add(SchemaFault.problem(keyword, schema, property, pointer(), value));
  }

  /** Notes that the message holds what only the check of its JSON can judge. */
  void askJson() {
    needsJson = true;
  }

  boolean needsJson() {
    return needsJson;
  }

  List<Problem> problems() {
    return problems == null ? List.of() : List.copyOf(problems);
  }

  private String pointer() {
    var pointer = new StringBuilder();
    for (var i = 0; i < depth; i++) {
      pointer.append('/').append(Pointers.escaped(path[i].toString()));
    }
    return pointer.toString();
  }
}
