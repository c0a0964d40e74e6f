package org.chasqui.codec.regional;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** One compiled constraint on a value of a record that is present. */
interface ValueCheck {

  void check(Object value, Walk walk);

  /** True when the JSON of a record leaves the value out. */
  static boolean isAbsent(Object value) {
    return value == null
        || (value instanceof String text && text.isEmpty())
        || (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  /** All of several. */
  record All(List<ValueCheck> checks) implements ValueCheck {
    @Override
    public void check(Object value, Walk walk) {
      for (var check : checks) {
        check.check(value, walk);
      }
    }
  }

  /** Length of a text in characters. */
  record Length(int least, int most, JsonNode schema) implements ValueCheck {
    @Override
    public void check(Object value, Walk walk) {
      var text = (String) value;
      var length = text.length();
      if (length > most || length < least * 2) {
        length = text.codePointCount(0, length);
      }
      if (length < least) {
        walk.fault("minLength", schema, null, value);
      }
      if (length > most) {
        walk.fault("maxLength", schema, null, value);
      }
    }
  }

  /** A pattern, format, const or enum, by what it accepts. */
  record Text(String keyword, Predicate<String> accepts, JsonNode schema) implements ValueCheck {
    @Override
    public void check(Object value, Walk walk) {
      if (!accepts.test((String) value)) {
        walk.fault(keyword, schema, null, value);
      }
    }
  }

  /** Constants of a Java enum of which the schema allows only some. */
  record Names(Set<String> allowed, JsonNode schema) implements ValueCheck {
    @Override
    public void check(Object value, Walk walk) {
      var name = ((Enum<?>) value).name();
      if (!allowed.contains(name)) {
        walk.fault("enum", schema, null, name);
      }
    }
  }

  /** Limits of a whole number. */
  record Range(long least, long most, JsonNode schema) implements ValueCheck {
    @Override
    public void check(Object value, Walk walk) {
      var number = ((Integer) value).longValue();
      if (number < least) {
        walk.fault("minimum", schema, null, value);
      }
      if (number > most) {
        walk.fault("maximum", schema, null, value);
      }
    }
  }

  /** A list: how many entries, and each of them. */
  record Entries(int least, int most, ValueCheck entry, JsonNode schema) implements ValueCheck {
    @Override
    public void check(Object value, Walk walk) {
      var list = (List<?>) value;
      if (list.size() < least) {
        walk.fault("minItems", schema, null, value);
      }
      if (list.size() > most) {
        walk.fault("maxItems", schema, null, value);
      }
      for (var i = 0; i < list.size(); i++) {
        walk.enter(i);
        entry.check(list.get(i), walk);
        walk.leave();
      }
    }
  }

  /** Free-form values, which only the check of the JSON can judge. */
  ValueCheck BY_JSON = (value, walk) -> walk.askJson();

  /** No constraint. */
  ValueCheck NONE = (value, walk) -> {};
}
