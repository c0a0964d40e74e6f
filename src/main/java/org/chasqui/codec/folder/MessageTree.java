package org.chasqui.codec.folder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.chasqui.codec.EncodeContext;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;

/**
 * Regional messages as the tree that a template sees: {@code messages} with the party and the time,
 * in it an element of the kind for each message, with the attributes of its envelope and the
 * properties of its data as {@link JsonElements} maps them.
 *
 * @param replaced by message, a loss for each text with characters that XML cannot hold
 */
record MessageTree(XdmNode root, List<List<Problem>> replaced) {
  private static final JsonFactory JSON = new JsonFactory();

  static MessageTree of(
      Engine engine,
      List<RegionalMessage> messages,
      EncodeContext context,
      Function<RegionalMessage, byte[]> writer) {
    try {
      var xml = engine.processor().newDocumentBuilder().newBuildingStreamWriter();
      xml.setCheckValues(false);
      xml.writeStartDocument();
      xml.writeStartElement("messages");
      head(xml, context);
      var replaced = new ArrayList<List<Problem>>(messages.size());
      for (int i = 0; i < messages.size(); i++) {
        replaced.add(message(xml, i, messages.get(i), writer.apply(messages.get(i))));
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      return new MessageTree(xml.getDocumentNode(), replaced);
    } catch (SaxonApiException | XMLStreamException | IOException e) {
      throw new IllegalStateException("memory does not fail and names were checked", e);
    }
  }

  private static void head(XMLStreamWriter xml, EncodeContext context) throws XMLStreamException {
    var view = context.view();
    xml.writeAttribute("reference", context.reference());
    xml.writeAttribute("at", context.at().toString());
    xml.writeAttribute("party", view.party());
    xml.writeAttribute("name", view.name());
    xml.writeAttribute("country", view.countryCode());
    xml.writeAttribute("currency", view.currency());
    xml.writeAttribute("zone", view.zone().getId());
    xml.writeAttribute("language", view.languages().isEmpty() ? "" : view.languages().getFirst());
  }

  private static List<Problem> message(
      XMLStreamWriter xml, int number, RegionalMessage message, byte[] bytes)
      throws IOException, XMLStreamException {
    var pointers = new ArrayList<String>();
    xml.writeStartElement(message.kind().schemaName());
    xml.writeAttribute("index", Integer.toString(number));
    try (var json = JSON.createParser(bytes)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        json.nextToken();
        if (name.equals("data")) {
          new JsonElements(xml, json, pointers).properties();
        } else if (json.currentToken().isScalarValue()) {
          xml.writeAttribute(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
    }
    xml.writeEndElement();
    return pointers.stream().map(MessageTree::replaced).toList();
  }

  private static Problem replaced(String pointer) {
    var inData = pointer.startsWith("/data") ? pointer.substring("/data".length()) : pointer;
    return Problem.of(
        ProblemCode.CHARACTER_REPLACED,
        new Location.AtPointer(inData),
        null,
        "characters that the document can hold");
  }
}
