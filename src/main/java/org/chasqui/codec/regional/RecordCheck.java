package org.chasqui.codec.regional;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The compiled form of an object schema over a record. */
final class RecordCheck implements ValueCheck {

  /**
   * A component of the record.
   *
   * @param check null when the schema says nothing of it
   */
  record Component(String name, Function<Object, Object> value, ValueCheck check) {
    boolean isPresentIn(Object object) {
      return !ValueCheck.isAbsent(value.apply(object));
    }
  }

  /** {@code if} a component has one of these values {@code then} the check holds. */
  record Conditional(Component component, Set<String> values, RecordCheck then) {
    boolean applies(Object object) {
      var value = component.value().apply(object);
      return value != null && values.contains(value.toString());
    }
  }

  /** {@code anyOf} of required properties: one set of them must be there. */
  record Choice(List<List<Component>> alternatives) {
    boolean isMet(Object object) {
      for (var alternative : alternatives) {
        if (alternative.stream().allMatch(component -> component.isPresentIn(object))) {
          return true;
        }
      }
      return false;
    }
  }

  private final JsonNode schema;
  private final Component[] components;
  private final Component[] required;
  private final Conditional[] conditionals;
  private final Choice choice;
  private final int leastProperties;

  RecordCheck(
      JsonNode schema,
      List<Component> components,
      List<Component> required,
      List<Conditional> conditionals,
      Choice choice) {
    this.schema = schema;
    this.leastProperties = schema.path("minProperties").asInt(0);
    this.components =
        components.stream()
            .filter(component -> leastProperties > 0 || component.check() != null)
            .toArray(Component[]::new);
    this.required = required.toArray(Component[]::new);
    this.conditionals = conditionals.toArray(Conditional[]::new);
    this.choice = choice;
  }

  @Override
  public void check(Object object, Walk walk) {
    var present = 0;
    for (var component : components) {
      var value = component.value().apply(object);
      if (ValueCheck.isAbsent(value)) {
        continue;
      }
      present++;
      if (component.check() != null) {
        walk.enter(component.name());
        component.check().check(value, walk);
        walk.leave();
      }
    }
    if (present < leastProperties) {
      walk.fault("minProperties", schema, null, object);
    }
    checkPresence(object, walk);
  }

  private void checkPresence(Object object, Walk walk) {
    for (var component : required) {
      if (!component.isPresentIn(object)) {
        walk.fault("required", schema, component.name(), null);
      }
    }
    if (choice != null && !choice.isMet(object)) {
      walk.fault("anyOf", schema, null, null);
    }
    for (var conditional : conditionals) {
      if (conditional.applies(object)) {
        conditional.then().check(object, walk);
      }
    }
  }
}
