package org.chasqui.codec.asycuda;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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

/** Walks one declaration and hands on what it says, when it is there as a whole. */
final class SadReader extends AnswerReading implements XmlAnswerDecoder.Reader {
  private static final int MAX_TEXT = 4000;
  private static final String LINE = "Item/";
  private static final String TAX = "Item/Taxation/Taxation_line/";

  private final DecodeContext context;
  private final AnswerDecisions decisions;
  private final Decoder.Sink sink;

  SadReader(DecodeContext context, Decoder.Sink sink) {
    this.context = context;
    this.decisions = new AnswerDecisions(context);
    this.sink = sink;
  }

  @Override
  public void document(XMLStreamReader xml) throws XMLStreamException {
    AnswerXml.toRoot(xml);
    if (!xml.getLocalName().equals("ASYCUDA")) {
      problem(fault(ProblemCode.UNREADABLE, "/*", "ASYCUDA"));
    }
    var document = new SadDocument();
    elements(xml, document);
    while (xml.hasNext()) {
      xml.next();
    }
    if (isSound()) {
      tell(document);
    }
  }

  /** Every element by its path; what an element holds beside its children is its text. */
  private static void elements(XMLStreamReader xml, SadDocument document)
      throws XMLStreamException {
    var path = new ArrayDeque<String>();
    var text = new StringBuilder();
    boolean kept = true;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        path.addLast(xml.getLocalName());
        text.setLength(0);
        kept = started(path, document, kept);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (path.isEmpty()) {
          return;
        }
        ended(path, text, document, kept);
      } else if (xml.isCharacters() && text.length() < MAX_TEXT) {
        text.append(xml.getText());
      }
    }
  }

  private static void ended(
      ArrayDeque<String> path, StringBuilder text, SadDocument document, boolean kept) {
    if (kept && !text.toString().isBlank()) {
      keep(String.join("/", path), text.toString().strip(), document);
    }
    path.removeLast();
    text.setLength(0);
  }

  /** False for the elements of a goods item that is one too many. */
  private static boolean started(ArrayDeque<String> path, SadDocument document, boolean kept) {
    if (path.size() == 1) {
      return !path.getFirst().equals("Item") || document.startLine();
    }
    if (kept && path.size() == 3 && path.getLast().equals("Taxation_line")) {
      document.startTax();
    }
    return kept;
  }

  private static void keep(String path, String text, SadDocument document) {
    if (path.startsWith(TAX)) {
      document.putOfTax(path.substring(TAX.length()), text);
    } else if (path.startsWith(LINE)) {
      document.putOfLine(path.substring(LINE.length()), text);
    } else if (!path.equals("Item")) {
      document.put(path, text);
    }
  }

  private void tell(SadDocument document) {
    var itemId = document.itemId();
    if (itemId == null) {
      var where = "/ASYCUDA/Declarant/Reference/Number";
      var problem = fault(ProblemCode.SCHEMA, where, "the item id");
      sink.item(AnswerDecisions.unusable(next(), null, List.of(problem)));
      return;
    }
    int position = next();
    if (document.text("Identification/Registration/Number") == null) {
      sink.item(new SadDeclaration(context, document).decoded(itemId));
      return;
    }
    var found = new ArrayList<Problem>();
    var decision = new SadDecision(context.view(), decisions, document, found).of(itemId);
    var status = new Location.AtXPath("/ASYCUDA/Identification", null);
    sink.item(decisions.decoded(position, decision, status, found));
  }

  private static Problem fault(ProblemCode code, String xpath, String expected) {
    return Problem.of(code, new Location.AtXPath(xpath, null), null, expected);
  }
}
