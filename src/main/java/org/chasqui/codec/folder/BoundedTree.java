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

/** Holds a result tree of bounded size: elements, attributes and characters of text together. */
final class BoundedTree extends XdmDestination {
  private final long most;

  BoundedTree(long most) {
    this.most = most;
  }

  @Override
  public Receiver getReceiver(PipelineConfiguration pipe, SerializationProperties properties) {
    return new Counted(super.getReceiver(pipe, properties));
  }

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
      add(1L + attributes.size());
      super.startElement(name, type, attributes, namespaces, location, properties);
    }

    @Override
    public void characters(UnicodeString text, Location location, int properties)
        throws XPathException {
      add(text.length());
      super.characters(text, location, properties);
    }
  }
}
