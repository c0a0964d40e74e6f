package org.chasqui.codec;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns the accessors of records into plain function objects, as fast as a call in the source. Each
 * is a class of its own, so there is one for a component, made when it is first used.
 */
public final class Accessors {
  private static final ClassValue<Map<String, Function<Object, Object>>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<String, Function<Object, Object>> computeValue(Class<?> record) {
          return Arrays.stream(record.getRecordComponents())
              .collect(Collectors.toMap(RecordComponent::getName, Accessor::new));
        }
      };

  private Accessors() {}

  /** The same object for the same component, whoever asks. */
  public static Function<Object, Object> of(RecordComponent component) {
    return KNOWN.get(component.getDeclaringRecord()).get(component.getName());
  }

  private static final class Accessor implements Function<Object, Object> {
    private final RecordComponent component;
    // without a lock: when two threads make it at once, either does
    private Function<Object, Object> made;

    Accessor(RecordComponent component) {
      this.component = component;
    }

    @Override
    public Object apply(Object record) {
      var function = made;
      if (function == null) {
        function = make(component);
        made = function;
      }
      return function.apply(record);
    }
  }

  @SuppressWarnings("unchecked")
  private static Function<Object, Object> make(RecordComponent component) {
    try {
      var lookup = MethodHandles.lookup();
      var accessor = lookup.unreflect(component.getAccessor());
      var site =
          LambdaMetafactory.metafactory(
              lookup,
              "apply",
              MethodType.methodType(Function.class),
              MethodType.methodType(Object.class, Object.class),
              accessor,
              accessor.type());
      return (Function<Object, Object>) site.getTarget().invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("no access to " + component, e);
    }
  }
}
