package org.chasqui.codec.duca;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a declaration as an object; numbers are texts, so that no digit is lost. */
final class DucaJson implements DucaOutput {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  DucaJson(OutputStream out) throws IOException {
    json = JSON.createGenerator(out);
    json.writeStartObject();
  }

  @Override
  public void text(String name, String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  @Override
  public void open(String name) throws IOException {
    json.writeObjectFieldStart(name);
  }

  @Override
  public void close() throws IOException {
    json.writeEndObject();
  }

  @Override
  public void openList(String name) throws IOException {
    json.writeArrayFieldStart(name);
  }

  @Override
  public void element(String name) throws IOException {
    json.writeStartObject();
  }

  @Override
  public void closeList() throws IOException {
    json.writeEndArray();
  }

  @Override
  public void end() throws IOException {
    json.writeEndObject();
    json.close();
  }
}
