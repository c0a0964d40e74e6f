package org.chasqui.connector;

import java.util.Map;

/** Settings of a module or strategy; a required one that is missing is a fault of the profile. */
record Settings(String owner, Map<String, String> values) {

  String required(String key) {
    var value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(owner + " needs the setting " + key);
    }
    return value;
  }

  String get(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }
}
