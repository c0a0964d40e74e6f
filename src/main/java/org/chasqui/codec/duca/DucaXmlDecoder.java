package org.chasqui.codec.duca;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.answer.AnswerNode;
import org.chasqui.codec.answer.AnswerXml;
import org.chasqui.codec.answer.XmlAnswerDecoder;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;

/** Reads declarations in XML that customs have filled in. */
final class DucaXmlDecoder extends XmlAnswerDecoder {
  private static final Pattern ROOT = Pattern.compile("<([\\w.-]+:)?Declaraciones[\\s>]");

  DucaXmlDecoder() {
    super("duca-xml-answer", "Declaraciones of the DUCA");
  }

  @Override
  protected boolean recognises(String head) {
    return ROOT.matcher(head).find() && head.contains("urn:chasqui:duca:");
  }

  @Override
  protected Reader reader(DecodeContext context, Sink sink) {
    return new Document(new DucaAnswers(context, DucaPlaces.XPATH, sink));
  }

  private record Document(DucaAnswers answers) implements Reader {

    @Override
    public void document(XMLStreamReader xml) throws XMLStreamException {
      AnswerXml.toRoot(xml);
      if (!xml.getLocalName().equals("Declaraciones")) {
        answers.unreadable(new Location.AtXPath("/*", null));
      }
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Duca")) {
          answers.take(AnswerNode.of(xml));
        }
      }
    }

    @Override
    public void problem(Problem problem) {
      answers.problem(problem);
    }

    @Override
    public DocumentEnd end() {
      return answers.end();
    }
  }
}
