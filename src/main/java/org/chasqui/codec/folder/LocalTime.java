package org.chasqui.codec.folder;

import java.time.DateTimeException;
import java.time.ZoneId;
import net.sf.saxon.s9api.ExtensionFunction;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.OccurrenceIndicator;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SequenceType;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmEmptySequence;
import net.sf.saxon.s9api.XdmValue;
import org.chasqui.message.Rfc3339;

/**
 * {@code c:in-zone($time, $zone)}: the RFC 3339 time as a {@code xs:dateTime} in a named time zone,
 * which XPath alone cannot do; the empty sequence for what is no such time.
 */
final class LocalTime implements ExtensionFunction {
  static final String NAMESPACE = "urn:chasqui:format";

  private static final SequenceType STRING =
      SequenceType.makeSequenceType(ItemType.STRING, OccurrenceIndicator.ONE);

  @Override
  public QName getName() {
    return new QName(NAMESPACE, "in-zone");
  }

  @Override
  public SequenceType getResultType() {
    return SequenceType.makeSequenceType(ItemType.DATE_TIME, OccurrenceIndicator.ZERO_OR_ONE);
  }

  @Override
  public SequenceType[] getArgumentTypes() {
    return new SequenceType[] {STRING, STRING};
  }

  @Override
  public XdmValue call(XdmValue[] arguments) throws SaxonApiException {
    try {
      var time = Rfc3339.parse(arguments[0].itemAt(0).getStringValue());
      var zone = ZoneId.of(arguments[1].itemAt(0).getStringValue());
      return XdmAtomicValue.makeAtomicValue(time.atZoneSameInstant(zone));
    } catch (DateTimeException notATime) {
      return XdmEmptySequence.getInstance();
    }
  }
}
