package org.chasqui.connector;

import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * The XPaths of profiles, compiled once in each thread: to look for a factory and to compile takes
 * longer than to evaluate, and neither factory nor expression may be shared.
 */
final class XPaths {
  private static final ThreadLocal<XPaths> OF_THREAD = ThreadLocal.withInitial(XPaths::new);

  private final XPath paths = XPathFactory.newDefaultInstance().newXPath();
  private final Map<String, XPathExpression> compiled = new HashMap<>();

  private XPaths() {}

  /**
   * The text of the first node at an XPath; empty when there is none.
   *
   * @throws IllegalArgumentException when it is not an XPath
   */
  static String text(String pointer, Document document) {
    return (String) OF_THREAD.get().evaluate(pointer, document, XPathConstants.STRING);
  }

  /**
   * The nodes at an XPath.
   *
   * @throws IllegalArgumentException when it is not an XPath, or not one of nodes
   */
  static NodeList nodes(String pointer, Document document) {
    return (NodeList) OF_THREAD.get().evaluate(pointer, document, XPathConstants.NODESET);
  }

  private Object evaluate(String pointer, Document document, QName as) {
    try {
      var expression = compiled.get(pointer);
      if (expression == null) {
        expression = paths.compile(pointer);
        compiled.put(pointer, expression);
      }
      return expression.evaluate(document, as);
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException("not an XPath: " + pointer, e);
    }
  }
}
