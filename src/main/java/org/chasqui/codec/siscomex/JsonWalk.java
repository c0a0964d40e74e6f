package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Walks objects and arrays of a JSON stream; what is of another kind is skipped. */
final class JsonWalk {
  private JsonWalk() {}

  /** Takes one field; the parser stands on its value and must stand on the value's end after. */
  interface FieldReader {
    void read(String name, JsonParser json) throws IOException;
  }

  /** Takes one element of an array. */
  interface ElementReader {
    void read(int index, JsonParser json) throws IOException;
  }

  static void object(JsonParser json, FieldReader reader) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      reader.read(name, json);
    }
  }

  static void array(JsonParser json, ElementReader reader) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    int index = 0;
    for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
      if (token == null) {
        return;
      }
      reader.read(index++, json);
    }
  }
}
