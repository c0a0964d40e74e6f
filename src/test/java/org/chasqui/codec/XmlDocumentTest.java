package org.chasqui.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What is written is what the JDK's own parser reads, in either character set. */
class XmlDocumentTest {
  private static final String[] PIECES = {
    "a", "ñ", "ÿ", "Ω", "漢", "😀", "&", "<", ">", "\"", "'", "]]>", "\n", "\r", "\t", " ", "\u0085",
    "\u00A0", "-->", "&amp;", "\u007F", "\u2028"
  };

  @Test
  void everyTextAndAttributeIsReadBackAsItWas() throws Exception {
    var random = new Random(7);
    for (int round = 0; round < 500; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      var value = text.toString();
      for (var document : new XmlDocument[] {XmlDocument.utf8(64), XmlDocument.latin1(64)}) {
        document.raw("<r").attribute("a", value).raw(">").escaped(value).close("r");
        var root = parsed(document.bytes());
        assertThat(root.getTextContent()).as("round %d", round).isEqualTo(value);
        assertThat(root.getAttribute("a")).as("round %d", round).isEqualTo(value);
      }
    }
  }

  @Test
  void whatXmlCannotHoldBecomesABlank() throws Exception {
    var value = "a\u0000b\u0008c\uFFFEd\uD800e\uDC00f";
    var document = XmlDocument.utf8(64).open("r").escaped(value).close("r");
    assertThat(parsed(document.bytes()).getTextContent()).isEqualTo("a b c d e f");
  }

  @Test
  void anAbsentTextIsNoElementUnlessItMustStandThere() {
    var document =
        XmlDocument.fragment(64).open("r").text("a", null).element("b", null).element("c", "");
    assertThat(document.close("r").toString()).isEqualTo("<r><b/><c/></r>");
  }

  @Test
  void aCharacterThatTheSetLacksIsAReference() {
    var document = XmlDocument.latin1(64).element("r", "ñ漢😀");
    assertThat(new String(document.bytes(), StandardCharsets.ISO_8859_1))
        .endsWith("<r>ñ&#28450;&#128512;</r>");
  }

  private static Element parsed(byte[] document) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(document))
        .getDocumentElement();
  }
}
