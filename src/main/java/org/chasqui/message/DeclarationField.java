package org.chasqui.message;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A field of a declaration by its JSON pointer, in which {@code *} stands for each element of a
 * list: {@code /recipient/identifiers}, {@code /contents/*}{@code /hsCode}. Immutable.
 */
public final class DeclarationField {
  private static final String EACH = "*";

  private final String pointer;
  private final List<Step> steps;

  private DeclarationField(String pointer, List<Step> steps) {
    this.pointer = pointer;
    this.steps = List.copyOf(steps);
  }

  /** One name of the pointer; {@code component} is null for {@code *}. */
  private record Step(String name, RecordComponent component) {}

  /**
   * The field of a pointer.
   *
   * @throws IllegalArgumentException when a declaration has no such field
   */
  public static DeclarationField of(String pointer) {
    var names = pointer.split("/", -1);
    if (names.length < 2 || !names[0].isEmpty()) {
      throw new IllegalArgumentException(pointer);
    }
    var steps = new ArrayList<Step>();
    Class<?> in = ItemDeclaration.class;
    Class<?> element = null;
    for (var name : Arrays.asList(names).subList(1, names.length)) {
      if (name.equals(EACH) && element != null) {
        steps.add(new Step(EACH, null));
        in = element;
        element = null;
      } else {
        var component = component(in, name, pointer);
        steps.add(new Step(name, component));
        in = component.getType();
        element = element(component);
      }
    }
    return new DeclarationField(pointer, steps);
  }

  private static RecordComponent component(Class<?> in, String name, String pointer) {
    if (!in.isRecord()) {
      throw new IllegalArgumentException(pointer);
    }
    return Arrays.stream(in.getRecordComponents())
        .filter(component -> component.getName().equals(name) && !name.equals("other"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(pointer));
  }

  private static Class<?> element(RecordComponent component) {
    return component.getType() == List.class
            && component.getGenericType() instanceof ParameterizedType type
            && type.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : null;
  }

  /** The pointer as given. */
  public String pointer() {
    return pointer;
  }

  /**
   * JSON pointers of the places where the field is missing: absent, an empty text or an empty list.
   * Of a list without elements nothing below them is missing.
   */
  public List<String> missing(ItemDeclaration declaration) {
    var missing = new ArrayList<String>(0);
    look(declaration, 0, "", missing);
    return missing;
  }

  private void look(Object value, int at, String path, List<String> missing) {
    if (at == steps.size()) {
      if (isEmpty(value)) {
        missing.add(path);
      }
      return;
    }
    if (value == null) {
      missing.add(path + rest(at));
      return;
    }
    var step = steps.get(at);
    if (step.component() != null) {
      look(read(step.component(), value), at + 1, path + "/" + step.name(), missing);
      return;
    }
    int index = 0;
    for (var element : (Collection<?>) value) {
      look(element, at + 1, path + "/" + index++, missing);
    }
  }

  private String rest(int at) {
    var rest = new StringBuilder();
    steps.subList(at, steps.size()).forEach(step -> rest.append('/').append(step.name()));
    return rest.toString();
  }

  private static boolean isEmpty(Object value) {
    return value == null
        || (value instanceof String text && text.isBlank())
        || (value instanceof Collection<?> many && many.isEmpty());
  }

  private static Object read(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a component of a public record cannot be read", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeclarationField field && field.pointer.equals(pointer);
  }

  @Override
  public int hashCode() {
    return pointer.hashCode();
  }

  @Override
  public String toString() {
    return pointer;
  }
}
