package org.chasqui.codec.answer;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Makes the XML readers of answers, which take no document type and keep hostile sizes out. */
public final class AnswerXml {
  private AnswerXml() {}

  /** A factory of readers; one may be shared by all threads. */
  public static XMLInputFactory factory() {
    var factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // a lazy reader throws the faults of a text unchecked, when the text is asked for
    factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 64);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, 100_000);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 10_000);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
    return factory;
  }

  /** Moves to the root element of a document. */
  public static void toRoot(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.getEventType();
    while (event != XMLStreamConstants.START_ELEMENT && xml.hasNext()) {
      event = xml.next();
    }
  }
}
