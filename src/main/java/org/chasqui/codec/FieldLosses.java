package org.chasqui.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalData;
import org.chasqui.message.Severity;

/**
 * Reports every populated field of a regional message that an encoder has not named as one that it
 * carries. A field that is added to the records later is therefore reported as lost until the
 * encoder carries it: nothing is lost unseen.
 */
public final class FieldLosses {
  private static final String EACH = "/*";

  private final List<Field> fields;

  private FieldLosses(List<Field> fields) {
    this.fields = fields;
  }

  /**
   * Compiles the losses of a kind of message.
   *
   * @param type the record of the kind
   * @param carried paths of the leaves that the encoder looks after, {@code /*} for the elements of
   *     a list: {@code /contents/}{@code *}{@code /hsCode}
   */
  public static FieldLosses of(Class<? extends RegionalData> type, Set<String> carried) {
    var open = new HashSet<String>(carried);
    var fields = compile(type, "", open);
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("no such fields in " + type.getSimpleName() + ": " + open);
    }
    return new FieldLosses(fields);
  }

  private static List<Field> compile(Class<?> type, String path, Set<String> open) {
    var fields = new ArrayList<Field>();
    for (var component : type.getRecordComponents()) {
      var name = component.getName();
      var fieldPath = path + "/" + name;
      var element = elementType(component);
      var place = element == component.getType() ? fieldPath : fieldPath + EACH;
      if (!element.isRecord()) {
        if (!open.remove(fieldPath)) {
          fields.add(new Field(Accessors.of(component), "/" + name, List.of()));
        }
      } else if (open.stream().anyMatch(carried -> carried.startsWith(place + "/"))) {
        var inner = compile(element, place, open);
        fields.add(new Field(Accessors.of(component), "/" + name, inner));
      } else {
        fields.add(new Field(Accessors.of(component), "/" + name, List.of()));
      }
    }
    return List.copyOf(fields);
  }

  private static Class<?> elementType(RecordComponent component) {
    if (component.getType() == List.class
        && component.getGenericType() instanceof ParameterizedType parameterized
        && parameterized.getActualTypeArguments()[0] instanceof Class<?> element) {
      return element;
    }
    return component.getType();
  }

  /**
   * Adds a loss for each populated field that is not carried; one for an object or list of which
   * nothing is carried.
   */
  public void report(RegionalData data, LossList losses) {
    report(fields, data, Place.ROOT, losses);
  }

  private static void report(List<Field> fields, Object at, Place place, LossList losses) {
    for (var field : fields) {
      var value = field.accessor.apply(at);
      if (value == null) {
        continue;
      }
      if (value instanceof List<?> list && !field.inner.isEmpty()) {
        for (int i = 0; i < list.size(); i++) {
          report(field.inner, list.get(i), new Place(place, field.name, i), losses);
        }
      } else if (!field.inner.isEmpty()) {
        report(field.inner, value, new Place(place, field.name, Place.NO_ENTRY), losses);
      } else {
        leaf(field, value, place, losses);
      }
    }
  }

  private static void leaf(Field field, Object value, Place place, LossList losses) {
    if (value instanceof Map<?, ?> properties) {
      if (!properties.isEmpty()) {
        var base = field.name.equals("/other") ? place.pointer() : place.pointer() + field.name;
        for (var key : properties.keySet()) {
          add(base + "/" + escaped(key.toString()), null, Severity.WARNING, losses);
        }
      }
    } else if (field.name.equals("/critical")) {
      var names = (List<?>) value;
      for (int i = 0; i < names.size(); i++) {
        add(
            place.pointer() + field.name + "/" + i,
            names.get(i).toString(),
            Severity.ERROR,
            losses);
      }
    } else if (!(value instanceof Collection<?> values && values.isEmpty())) {
      add(place.pointer() + field.name, plain(value), Severity.WARNING, losses);
    }
  }

  /** Closed codes and numbers may be shown; free text may hold personal data. */
  private static String plain(Object value) {
    return value instanceof Enum<?> || value instanceof Number ? value.toString() : null;
  }

  private static void add(String pointer, String found, Severity severity, LossList losses) {
    var expected =
        severity == Severity.ERROR ? "a format that carries this critical extension" : null;
    losses.add(
        new Problem(
            ProblemCode.NO_TARGET, severity, new Location.AtPointer(pointer), found, expected));
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private record Field(Function<Object, Object> accessor, String name, List<Field> inner) {}

  /** Where the report stands: the pointer is made for a loss only, since most fields have none. */
  private record Place(Place around, String name, int entry) {
    static final int NO_ENTRY = -1;
    static final Place ROOT = new Place(null, "", NO_ENTRY);

    String pointer() {
      var before = around == null ? name : around.pointer() + name;
      return entry == NO_ENTRY ? before : before + "/" + entry;
    }
  }
}
