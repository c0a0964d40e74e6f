package org.chasqui.codec.asycuda;

import java.time.format.DateTimeParseException;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Rfc3339;

/**
 * The master document whose houses a file brings. An item that carries no dispatch yet stands under
 * the reference of the file and its date, which are stand-ins. What the pre-advice of the dispatch
 * said of its conveyance is repeated, so that both documents name one manifest.
 *
 * @param key same for items that may stand in one file
 * @param date of departure, {@code yyyy-MM-dd}
 */
record MasterBol(String key, String reference, String voyage, String date) {

  static String key(ItemDeclaration item, AwboldsSettings settings) {
    var transport = item.transport();
    var dispatch = transport == null ? null : transport.dispatchId();
    var departure = transport == null ? null : transport.plannedDepartureAt();
    return (settings.masterReference() != null || dispatch == null ? "" : dispatch)
        + (departure == null || departure.length() < 10 ? "" : "/" + departure.substring(0, 10));
  }

  static MasterBol of(
      ItemDeclaration item, AwboldsSettings settings, EncodeContext context, LossList losses) {
    var reference = reference(item, settings, context, losses);
    var transport = item.transport();
    var leg = Conveyance.of(context.earlier(transport == null ? null : transport.dispatchId()));
    return new MasterBol(
        key(item, settings),
        reference,
        leg.voyage() == null ? settings.voyage() : leg.voyage(),
        leg.departs() == null
            ? date(item, context, losses)
            : leg.departs().toLocalDate().toString());
  }

  /** The dispatch (S8, 20 characters) is shortened from the left, where it names the route. */
  private static String reference(
      ItemDeclaration item, AwboldsSettings settings, EncodeContext context, LossList losses) {
    var dispatch = item.transport() == null ? null : item.transport().dispatchId();
    if (settings.masterReference() != null) {
      if (dispatch != null) {
        losses.noTarget("/transport/dispatchId", "", "the profile's one master reference");
      }
      return settings.masterReference();
    }
    if (dispatch == null) {
      losses.assumed("/transport/dispatchId", "", "a dispatch; sent as the reference of the file");
      return context.reference();
    }
    return shortened(dispatch, settings, losses, "/transport/dispatchId");
  }

  /** The reference of a dispatch, the same in all documents of the family. */
  static String shortened(
      String dispatch, AwboldsSettings settings, LossList losses, String pointer) {
    int over = dispatch.length() - settings.referenceLength();
    if (over <= 0) {
      return dispatch;
    }
    losses.text(dispatch, settings.referenceLength(), pointer, "");
    return dispatch.substring(over);
  }

  private static String date(ItemDeclaration item, EncodeContext context, LossList losses) {
    var departure = item.transport() == null ? null : item.transport().plannedDepartureAt();
    if (departure != null) {
      try {
        return Rfc3339.parse(departure).toLocalDate().toString();
      } catch (DateTimeParseException e) {
        losses.needs("/transport/plannedDepartureAt", "", "RFC 3339 with offset");
        return "";
      }
    }
    losses.assumed("/transport/plannedDepartureAt", "", "a departure; sent as the file's date");
    return context.at().atZone(context.view().zone()).toLocalDate().toString();
  }

  void write(XmlElements xml, AwboldsSettings settings) throws XMLStreamException {
    xml.start("Master_bol");
    xml.text("Customs_office_code", settings.office());
    xml.text("Voyage_number", voyage);
    xml.text("Date_of_departure", date);
    xml.text("Reference_number", reference);
    xml.end();
  }
}
