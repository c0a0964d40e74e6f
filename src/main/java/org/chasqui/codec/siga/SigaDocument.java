package org.chasqui.codec.siga;

import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.ItemDeclaration;

/** One of the documents that SIGA takes items in. */
sealed interface SigaDocument permits ConsolidatedMaster, ImportDua {

  /** The same for items that may stand in one document. */
  String key();

  /** The document up to its first item, as text. */
  String opening();

  /** What is missing after its last item, as text. */
  String closing();

  /** Elements with their texts that stand once, before the items. */
  default Map<String, String> head() {
    return Map.of();
  }

  /** Writes an item; of no use when its losses hold an error. */
  void write(XmlElements xml, ItemDeclaration item) throws XMLStreamException;
}
