package org.chasqui.connector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
        views.add(
            new LoadedView(id, new String(XmlDocument.write(view, false), StandardCharsets.UTF_8)));
      }
    }
    return views;
  }
}
