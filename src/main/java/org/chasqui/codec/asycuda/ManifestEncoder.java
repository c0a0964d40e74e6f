package org.chasqui.codec.asycuda;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Writes pre-advices of dispatches as master waybills of one conveyance: a new manifest, more
 * waybills of one, or those of a coloader (national-caribbean-central-america §3).
 */
final class ManifestEncoder implements Encoder {
  private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final ManifestRoot root;

  ManifestEncoder(ManifestRoot root) {
    this.root = root;
  }

  @Override
  public String name() {
    return root.codec();
  }

  @Override
  public Set<String> settings() {
    return AwboldsSettings.KEYS;
  }

  @Override
  public Set<String> requiredSettings() {
    return AwboldsSettings.REQUIRED;
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(AwboldsSettings.LOADING_MAP, AwboldsSettings.NATURE_MAP);
  }

  @Override
  public Set<MessageKind> encodes() {
    return Set.of(MessageKind.DISPATCH_PREADVICE);
  }

  @Override
  public int batchLimit() {
    return 99;
  }

  /** One manifest is of one conveyance and day. */
  @Override
  public String batchKey(RegionalMessage message, ProfileView view) {
    return key(Conveyance.of((DispatchPreadvice) message.data()));
  }

  /** One dispatch with what its document needs of it. */
  private record Written(DispatchPreadvice dispatch, Conveyance leg, DispatchBol.Sums sums) {}

  @Override
  public Encoded encode(List<RegionalMessage> messages, EncodeContext context) {
    var settings = AwboldsSettings.of(context.view());
    var bols = new ByteArrayOutputStream(1 << 14);
    var carried = new ArrayList<Written>();
    var carriages = new ArrayList<Carriage>(messages.size());
    LossList headLosses = LossList.byPointer();
    for (var message : messages) {
      var losses = LossList.byPointer();
      var dispatch = (DispatchPreadvice) message.data();
      var leg = Conveyance.of(dispatch);
      if (!carried.isEmpty() && !key(carried.getFirst().leg()).equals(key(leg))) {
        losses.needs("/legs", "", "a document of its own: one manifest has one conveyance");
      }
      var written = bol(dispatch, leg, carried.size() + 1, context, losses, bols);
      if (written != null) {
        carried.add(written);
        headLosses = carried.size() == 1 ? losses : headLosses;
      }
      carriages.add(losses.carriage());
    }
    if (carried.isEmpty()) {
      return new Encoded(new byte[0], "application/xml", List.copyOf(carriages));
    }
    var document = document(carried, settings, context, bols, headLosses);
    carriages.set(first(carriages), headLosses.carriage());
    return new Encoded(document, "application/xml", List.copyOf(carriages));
  }

  private static int first(List<Carriage> carriages) {
    int first = 0;
    while (!carriages.get(first).carried()) {
      first++;
    }
    return first;
  }

  private static String key(Conveyance leg) {
    return leg.voyage() + "/" + (leg.departs() == null ? "" : leg.departs().toLocalDate());
  }

  /** Null for a dispatch that cannot be carried. */
  private static Written bol(
      DispatchPreadvice dispatch,
      Conveyance leg,
      int line,
      EncodeContext context,
      LossList losses,
      ByteArrayOutputStream bols) {
    var writer = new DispatchBol(AwboldsSettings.of(context.view()), context, losses);
    writer.refuseWhatIsNoNewBill(dispatch);
    DispatchBol.FIELDS.report(dispatch, losses);
    var sums = writer.sums(dispatch);
    if (!losses.carries()) {
      return null;
    }
    XmlElements.write(bols, xml -> writer.write(xml, dispatch, leg, sums, line));
    return new Written(dispatch, leg, sums);
  }

  private byte[] document(
      List<Written> carried,
      AwboldsSettings settings,
      EncodeContext context,
      ByteArrayOutputStream bols,
      LossList losses) {
    var out = new ByteArrayOutputStream(bols.size() + 2048);
    out.writeBytes((PROLOG + root.element() + ">").getBytes(StandardCharsets.UTF_8));
    XmlElements.write(out, xml -> head(xml, carried, settings, context, losses));
    out.writeBytes(bols.toByteArray());
    out.writeBytes(("</" + root.element() + ">\n").getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private void head(
      XmlElements xml,
      List<Written> carried,
      AwboldsSettings settings,
      EncodeContext context,
      LossList losses)
      throws XMLStreamException {
    if (root == ManifestRoot.AWMDS) {
      general(xml, carried, settings, context, losses);
      return;
    }
    xml.start("Manifest_identification");
    identification(xml, carried.getFirst().leg(), settings, context, losses);
    xml.text("Coloader_code", root == ManifestRoot.AWMCDS ? settings.manifest().coloader() : null);
    xml.end();
  }

  private static void identification(
      XmlElements xml,
      Conveyance leg,
      AwboldsSettings settings,
      EncodeContext context,
      LossList losses)
      throws XMLStreamException {
    xml.text("Customs_office_code", settings.office());
    if (leg.voyage() == null) {
      losses.assumed("/legs", "", "a flight; sent as " + settings.voyage());
    }
    xml.text("Voyage_number", leg.voyage() == null ? settings.voyage() : leg.voyage());
    if (leg.departs() == null) {
      losses.assumed("/legs", "", "a departure; sent as the file's date");
    }
    xml.text("Date_of_departure", date(leg.departs(), context));
  }

  private static String date(OffsetDateTime time, EncodeContext context) {
    return (time == null
            ? context.at().atZone(context.view().zone()).toLocalDate()
            : time.toLocalDate())
        .toString();
  }

  private static void general(
      XmlElements xml,
      List<Written> carried,
      AwboldsSettings settings,
      EncodeContext context,
      LossList losses)
      throws XMLStreamException {
    var first = carried.getFirst();
    var leg = first.leg();
    xml.start("General_segment");
    xml.start("General_segment_id");
    identification(xml, leg, settings, context, losses);
    xml.text("Time_of_departure", leg.departs() == null ? null : TIME.format(leg.departs()));
    if (leg.arrives() != null) {
      xml.text("Date_of_arrival", leg.arrives().toLocalDate().toString());
      xml.text("Time_of_arrival", TIME.format(leg.arrives()));
    }
    xml.end();
    totals(xml, carried, settings);
    transport(xml, first, settings, losses);
    var places = new DispatchBol(settings, context, LossList.byPointer());
    xml.start("Load_unload_place");
    xml.text("Place_of_departure_code", places.from(first.dispatch(), leg));
    xml.text("Place_of_destination_code", places.to(leg));
    xml.end();
    xml.end();
  }

  private static void totals(XmlElements xml, List<Written> carried, AwboldsSettings settings)
      throws XMLStreamException {
    var sums =
        carried.stream().map(Written::sums).reduce(DispatchBol.Sums.NONE, DispatchBol.Sums::plus);
    xml.start("Totals_segment");
    xml.text("Total_number_of_bols", Integer.toString(carried.size()));
    xml.text("Total_number_of_packages", Integer.toString(sums.packages()));
    xml.text("Total_number_of_containers", "0");
    xml.text("Total_number_of_vehicles", settings.manifest().vehicleTotal() ? "0" : null);
    xml.text("Total_gross_mass", sums.mass().toPlainString());
    xml.end();
  }

  /** The mode is postal unless the profile wants that of the leg. */
  private static void transport(
      XmlElements xml, Written first, AwboldsSettings settings, LossList losses)
      throws XMLStreamException {
    var leg = first.leg();
    xml.start("Transport_information");
    Carrier.parties(xml, settings, leg, LossList.byPointer());
    boolean ofLeg = settings.manifest().mode().equals("leg");
    if (ofLeg && leg.mode() == null) {
      losses.assumed("/legs", "", "a mode of transport; sent as 5, post");
    }
    xml.text(
        "Mode_of_transport_code",
        ofLeg ? (leg.mode() == null ? "5" : leg.mode()) : settings.manifest().mode());
    xml.text("Identity_of_transporter", leg.voyage() == null ? settings.voyage() : leg.voyage());
    var flag = settings.manifest().transporterNationality();
    if (flag == null) {
      flag = DispatchBol.country(first.dispatch().originImpcCode());
      losses.assumed("/legs", "", "the nationality of the conveyance; sent as " + flag);
    }
    xml.text("Nationality_of_transporter_code", flag);
    xml.end();
  }
}
