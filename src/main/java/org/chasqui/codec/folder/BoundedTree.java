package org.chasqui.codec.folder;

import net.sf.saxon.event.PipelineConfiguration;
import net.sf.saxon.event.ProxyReceiver;
import net.sf.saxon.event.Receiver;
import net.sf.saxon.om.AttributeMap;
import net.sf.saxon.om.NamespaceMap;
import net.sf.saxon.om.NodeName;
import net.sf.saxon.s9api.Location;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.serialize.SerializationProperties;
import net.sf.saxon.str.UnicodeString;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.type.SchemaType;

/** Holds a result tree of bounded size: its nodes and all characters in them together. */
final class BoundedTree extends XdmDestination {
  private final long most;

  BoundedTree(long most) {
    this.most = most;
  }

  @Override
  public Receiver getReceiver(PipelineConfiguration pipe, SerializationProperties properties) {
    return new Counted(super.getReceiver(pipe, properties));
  }

  // an attribute, comment or instruction counts one and its characters
  private final class Counted extends ProxyReceiver {
    private long size;

    Counted(Receiver next) {
      super(next);
    }

    private void add(long more) throws XPathException {
      size += more;
      if (size > most) {
        throw new XPathException("the result is larger than " + most, "SIZE");
      }
    }

    @Override
    public void startElement(
        NodeName name,
        SchemaType type,
        AttributeMap attributes,
        NamespaceMap namespaces,
        Location location,
        int properties)
        throws XPathException {
      long attributeSize = 0;
      for (var attribute : attributes) {
        attributeSize += 1L + attribute.getValue().length();
      }
      add(1 + attributeSize);
      super.startElement(name, type, attributes, namespaces, location, properties);
    }

    @Override
    public void characters(UnicodeString text, Location location, int properties)
        throws XPathException {
      add(text.length());
      super.characters(text, location, properties);
    }

    @Override
    public void comment(UnicodeString text, Location location, int properties)
        throws XPathException {
      add(1 + text.length());
      super.comment(text, location, properties);
    }

    @Override
    public void processingInstruction(
        String name, UnicodeString data, Location location, int properties) throws XPathException {
      add(1 + data.length());
      super.processingInstruction(name, data, location, properties);
    }
  }
}
