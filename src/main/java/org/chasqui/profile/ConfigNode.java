package org.chasqui.profile;

import java.util.LinkedHashMap;
import java.util.List;

/** A YAML value with the line it stands on. */
sealed interface ConfigNode {

  /** Line counted from 1. */
  int line();

  /** A text, number, truth value; {@code text} is as written, null for an empty value. */
  record Scalar(String text, int line) implements ConfigNode {}

  /** A list. */
  record Listing(List<ConfigNode> elements, int line) implements ConfigNode {}

  /** Keys with values, in the order of the file. */
  record Mapping(LinkedHashMap<String, ConfigNode> entries, int line) implements ConfigNode {}
}
