package org.chasqui.connector;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;

/** Takes the views with a declaration out of the answer of a load. */
final class LoadedViews {
  private LoadedViews() {}

  static List<LoadedView> in(AnswerBody.Xml xml) {
    var views = new ArrayList<LoadedView>();
    var found = xml.document().getElementsByTagNameNS("*", "CDSView");
    for (int i = 0; i < found.getLength(); i++) {
      var view = (Element) found.item(i);
      if (view.getElementsByTagNameNS("*", "Declaration").getLength() > 0) {
        var ids = view.getElementsByTagNameNS("*", "Id");
        var id = ids.getLength() == 0 ? "" : ids.item(0).getTextContent().strip();
        views.add(new LoadedView(id, text(view)));
      }
    }
    return views;
  }

  private static String text(Element view) {
    var text = new StringWriter();
    try {
      transformer().transform(new DOMSource(view), new StreamResult(text));
    } catch (TransformerException e) {
      throw new IllegalStateException("what was read can be written", e);
    }
    return text.toString();
  }

  private static Transformer transformer() throws TransformerException {
    var transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    return transformer;
  }
}
