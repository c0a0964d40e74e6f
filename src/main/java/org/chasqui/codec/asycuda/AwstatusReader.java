package org.chasqui.codec.asycuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerReading;
import org.chasqui.codec.answer.AnswerXml;
import org.chasqui.codec.answer.XmlAnswerDecoder;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** Walks one answer and hands on a decision or a fault for each bill in it. */
final class AwstatusReader extends AnswerReading implements XmlAnswerDecoder.Reader {
  private static final int MAX_TAXES = 999;
  private static final int MAX_FIELDS = 40;

  private final AnswerDecisions decisions;
  private final BolDecision bolDecision;
  private final Decoder.Sink sink;

  AwstatusReader(DecodeContext context, Decoder.Sink sink) {
    this.decisions = new AnswerDecisions(context);
    this.bolDecision = new BolDecision(context.view(), decisions);
    this.sink = sink;
  }

  @Override
  public void document(XMLStreamReader xml) throws XMLStreamException {
    AnswerXml.toRoot(xml);
    switch (xml.getLocalName()) {
      case "Awstatus" -> children(xml, "Bol_status", this::status);
      case "Awcheck" -> children(xml, "Error", this::refusal);
      default ->
          problem(
              Problem.of(
                  ProblemCode.UNREADABLE,
                  new Location.AtXPath("/*", null),
                  null,
                  "Awstatus or Awcheck"));
    }
    while (xml.hasNext()) {
      xml.next();
    }
  }

  private interface BlockReader {
    void read(Block block, int index);
  }

  private void children(XMLStreamReader xml, String name, BlockReader reader)
      throws XMLStreamException {
    int index = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals(name)) {
          reader.read(block(xml), ++index);
        } else {
          text(xml);
        }
      }
    }
  }

  /** Fields of a block by name; fields of its {@code Tax} groups apart. */
  record Block(Map<String, String> fields, List<Map<String, String>> taxes) {}

  private static Block block(XMLStreamReader xml) throws XMLStreamException {
    var block = new Block(new HashMap<>(), new ArrayList<>());
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("Tax")) {
          var tax = block(xml).fields();
          if (block.taxes.size() < MAX_TAXES) {
            block.taxes.add(tax);
          }
        } else {
          field(xml, block.fields);
        }
      }
    }
    return block;
  }

  private static void field(XMLStreamReader xml, Map<String, String> fields)
      throws XMLStreamException {
    var name = xml.getLocalName();
    var text = text(xml).strip();
    if (!text.isEmpty() && fields.size() < MAX_FIELDS) {
      fields.put(name, text);
    }
  }

  /** The text of the element at whose start the reader stands, without that of inner elements. */
  private static String text(XMLStreamReader xml) throws XMLStreamException {
    var text = new StringBuilder();
    for (int depth = 1; depth > 0 && xml.hasNext(); ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (depth == 1 && text.length() < 4000) {
            text.append(xml.getText());
          }
        }
        default -> {
          continue;
        }
      }
    }
    return text.toString();
  }

  private void status(Block block, int index) {
    var base = "/Awstatus/Bol_status[" + index + "]";
    var itemId = block.fields().get("Bol_reference");
    if (itemId == null || !block.fields().containsKey("Status")) {
      var missing = itemId == null ? "/Bol_reference" : "/Status";
      var problem = Problem.of(ProblemCode.SCHEMA, at(base + missing), null, "a value");
      sink.item(AnswerDecisions.unusable(next(), itemId, List.of(problem)));
      return;
    }
    var found = new ArrayList<Problem>();
    var decision = bolDecision.of(itemId, block, base, found);
    sink.item(decisions.decoded(next(), decision, at(base + "/Status"), found));
  }

  /** The file check refused a bill, or the file when it names none. */
  private void refusal(Block block, int index) {
    var path = block.fields().getOrDefault("Path", "");
    var found = (path + " " + block.fields().getOrDefault("Text", "")).strip();
    var problem = Problem.of(ProblemCode.PARTNER, at("/Awcheck/Error[" + index + "]"), found, null);
    var itemId = block.fields().get("Bol_reference");
    if (itemId == null) {
      problem(problem);
    } else {
      sink.item(AnswerDecisions.unusable(next(), itemId, List.of(problem)));
    }
  }

  private static Location at(String xpath) {
    return new Location.AtXPath(xpath, null);
  }
}
