package org.chasqui.codec.regional;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;

/** Turns the accessors of records into plain function objects, as fast as a call in the source. */
final class Accessors {
  private Accessors() {}

  @SuppressWarnings("unchecked")
  static Function<Object, Object> of(RecordComponent component) {
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
