package org.chasqui.codec.regional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.chasqui.codec.Accessors;

/** Writes a property of a record without reflection, and nothing when it is absent: most are. */
final class RecordProperty extends BeanPropertyWriter {
  private static final long serialVersionUID = 1L;

  private final transient Function<Object, Object> accessor;

  private RecordProperty(BeanPropertyWriter usual, Function<Object, Object> accessor) {
    super(usual);
    this.accessor = accessor;
  }

  @Override
  public void serializeAsField(Object bean, JsonGenerator generator, SerializerProvider provider)
      throws Exception {
    var value = accessor.apply(bean);
    if (ValueCheck.isAbsent(value)) {
      return;
    }
    generator.writeFieldName(_name);
    if (value instanceof String text) {
      generator.writeString(text);
    } else {
      serializer(value, provider).serialize(value, generator, provider);
    }
  }

  private JsonSerializer<Object> serializer(Object value, SerializerProvider provider)
      throws JsonMappingException {
    if (_serializer != null) {
      return _serializer;
    }
    var known = _dynamicSerializers.serializerFor(value.getClass());
    return known == null
        ? _findAndAddDynamic(_dynamicSerializers, value.getClass(), provider)
        : known;
  }

  /** Puts these in the place of Jackson's own, for records that leave out what is empty. */
  static final class Modifier extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public List<BeanPropertyWriter> changeProperties(
        SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> usual) {
      var leftOut = bean.findPropertyInclusion(JsonInclude.Value.empty()).getValueInclusion();
      if (bean.getBeanClass().isRecord() && leftOut == JsonInclude.Include.NON_EMPTY) {
        usual.replaceAll(property -> of(bean.getBeanClass(), property));
      }
      return usual;
    }

    private static BeanPropertyWriter of(Class<?> record, BeanPropertyWriter usual) {
      return Arrays.stream(record.getRecordComponents())
          .filter(component -> component.getName().equals(usual.getName()))
          .filter(component -> usual.getSerializer() == null && usual.getTypeSerializer() == null)
          .findFirst()
          .<BeanPropertyWriter>map(component -> new RecordProperty(usual, Accessors.of(component)))
          .orElse(usual);
    }
  }
}
