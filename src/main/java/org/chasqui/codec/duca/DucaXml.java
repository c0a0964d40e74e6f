package org.chasqui.codec.duca;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.XmlElements;

/** Writes a declaration as an element {@code Duca}. */
final class DucaXml implements DucaOutput {
  private final XmlElements xml;

  DucaXml(OutputStream out) throws IOException {
    try {
      xml = new XmlElements(out);
      xml.start("Duca");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private interface Step {
    void take() throws XMLStreamException;
  }

  private static void write(Step step) throws IOException {
    try {
      step.take();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void text(String name, String value) throws IOException {
    write(() -> xml.text(name, value));
  }

  @Override
  public void open(String name) throws IOException {
    write(() -> xml.start(name));
  }

  @Override
  public void close() throws IOException {
    write(xml::end);
  }

  @Override
  public void openList(String name) throws IOException {
    open(name);
  }

  @Override
  public void element(String name) throws IOException {
    open(name);
  }

  @Override
  public void closeList() throws IOException {
    close();
  }

  @Override
  public void end() throws IOException {
    close();
    write(xml::close);
  }
}
