package org.chasqui.codec.wco;

import java.util.ArrayList;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerReading;
import org.chasqui.codec.answer.XmlAnswerDecoder;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** Walks one answer and hands on a decision or a refusal for each {@code Response} in it. */
final class ResponseReader extends AnswerReading implements XmlAnswerDecoder.Reader {
  private static final int MAX_TEXT = 4000;

  private final AnswerDecisions decisions;
  private final ResponseDecision responseDecision;
  private final Decoder.Sink sink;

  ResponseReader(DecodeContext context, Decoder.Sink sink) {
    this.decisions = new AnswerDecisions(context);
    this.responseDecision = new ResponseDecision(context.view(), decisions);
    this.sink = sink;
  }

  @Override
  public void document(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Response")) {
        response(xml);
      }
    }
    if (items() == 0) {
      problem(
          Problem.of(ProblemCode.UNREADABLE, new Location.AtXPath("/*", null), null, "a Response"));
    }
  }

  /** Gathers texts by their path below the response, in document order. */
  private void response(XMLStreamReader xml) throws XMLStreamException {
    var answer = new ResponseAnswer();
    var path = new StringBuilder();
    var text = new StringBuilder();
    String currency = null;
    boolean open = true;
    while (open && xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        path.append('/').append(xml.getLocalName());
        currency = xml.getAttributeValue(null, "currencyID");
        text.setLength(0);
        answer.start(path.toString());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open = !path.isEmpty();
        if (open) {
          answer.end(path.toString(), text.toString().strip(), currency);
          path.setLength(path.lastIndexOf("/"));
          text.setLength(0);
        }
      } else if (isText(event) && text.length() < MAX_TEXT) {
        text.append(xml.getText());
      }
    }
    hand(answer);
  }

  /** The reader itself calls a CDATA section no characters. */
  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
  }

  private void hand(ResponseAnswer answer) {
    int position = next();
    var base = "/MetaData/Response[" + position + "]";
    var found = new ArrayList<Problem>();
    var itemId = answer.value("/Declaration/FunctionalReferenceID");
    if (itemId == null) {
      found.add(missing(base + "/Declaration/FunctionalReferenceID", "42A/D026"));
    }
    if (answer.value("/FunctionCode") == null) {
      found.add(missing(base + "/FunctionCode", "07B/017"));
    }
    if (found.isEmpty() && responseDecision.refuses(answer)) {
      found.addAll(responseDecision.faults(answer));
    }
    if (!found.isEmpty()) {
      sink.item(AnswerDecisions.unusable(position, itemId, found));
      return;
    }
    var decision = responseDecision.of(itemId, answer, base, found);
    var status = new Location.AtXPath(base + "/FunctionCode", "07B/017");
    sink.item(decisions.decoded(position, decision, status, found));
  }

  private static Problem missing(String xpath, String pointer) {
    return Problem.of(ProblemCode.SCHEMA, new Location.AtXPath(xpath, pointer), null, "a value");
  }
}
