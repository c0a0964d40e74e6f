package org.chasqui.codec.asycuda;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.FieldLosses;
import org.chasqui.codec.LossList;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.Mass;
import org.chasqui.message.Receptacle;

/**
 * Writes one dispatch as a master {@code Bol_segment}: its receptacles are the packages, its
 * consignee is the operator that may break it up (§3, postal mapping).
 */
final class DispatchBol {
  private static final int MARKS = 2000;

  static final FieldLosses FIELDS =
      FieldLosses.of(
          DispatchPreadvice.class,
          Set.of(
              // of the message, not of the dispatch: the ledger keeps them with the delivery
              "/preadviceId",
              "/version",
              "/function",
              "/dispatchId",
              "/originImpcCode",
              "/destinationImpcCode",
              "/receptacles/*/receptacleId",
              "/receptacles/*/grossMass/value",
              "/receptacles/*/grossMass/unitCode",
              "/receptacles/*/itemCount",
              "/receptacles/*/sealNumbers",
              "/legs/*/sequence",
              "/legs/*/modeCode",
              "/legs/*/carrierCode",
              "/legs/*/conveyanceReference",
              "/legs/*/departure/unLocode",
              "/legs/*/departsAt",
              "/legs/*/arrival/unLocode",
              "/legs/*/arrivesAt",
              "/consignmentId",
              "/totals/receptacleCount",
              "/totals/itemCount",
              "/totals/grossMass/value",
              "/totals/grossMass/unitCode"));

  private final AwboldsSettings settings;
  private final EncodeContext context;
  private final LossList losses;

  DispatchBol(AwboldsSettings settings, EncodeContext context, LossList losses) {
    this.settings = settings;
    this.context = context;
    this.losses = losses;
  }

  /** What the general segment sums up. */
  record Sums(int packages, BigDecimal mass) {
    static final Sums NONE = new Sums(0, BigDecimal.ZERO);

    Sums plus(Sums other) {
      return new Sums(packages + other.packages, mass.add(other.mass));
    }
  }

  /** Receptacles and kilograms, by the totals where the sender gives them. */
  Sums sums(DispatchPreadvice dispatch) {
    var totals = dispatch.totals();
    int count = dispatch.receptacles().size();
    if (totals != null && totals.receptacleCount() != null && totals.receptacleCount() != count) {
      losses.noTarget("/totals", "/receptacleCount", count + ", the receptacles that are named");
    }
    var whole = totals == null ? null : totals.grossMass();
    return new Sums(
        count, whole == null ? sum(dispatch.receptacles()) : mass(whole, "/totals/grossMass"));
  }

  private BigDecimal sum(List<Receptacle> receptacles) {
    var sum = BigDecimal.ZERO;
    for (int i = 0; i < receptacles.size(); i++) {
      var pointer = "/receptacles/" + i + "/grossMass";
      sum = sum.add(mass(receptacles.get(i).grossMass(), pointer));
    }
    return sum;
  }

  private BigDecimal mass(Mass mass, String pointer) {
    return losses.kilograms(mass, 12, 6, RoundingMode.HALF_UP, pointer).orElse(BigDecimal.ZERO);
  }

  void refuseWhatIsNoNewBill(DispatchPreadvice dispatch) {
    if (dispatch.function() != settings.function()) {
      losses.refuse(
          "/function",
          "",
          String.valueOf(dispatch.function()),
          settings.function() + ": a stored manifest is changed in ASYCUDA");
    }
    if (dispatch.receptacles().isEmpty()) {
      losses.needs("/receptacles", "", "at least one receptacle");
    }
    if (dispatch.originImpcCode() == null || dispatch.destinationImpcCode() == null) {
      losses.needs("/originImpcCode", "", "both offices of exchange");
    }
    for (int i = 0; i < dispatch.legs().size() - 1; i++) {
      losses.noTarget("/legs/" + i, "", "the last leg alone");
    }
  }

  void write(XmlElements xml, DispatchPreadvice dispatch, Conveyance leg, Sums sums, int line)
      throws XMLStreamException {
    xml.start("Bol_segment");
    xml.start("Bol_id");
    xml.text(
        "Bol_reference",
        MasterBol.shortened(dispatch.dispatchId(), settings, losses, "/dispatchId"));
    xml.text("Line_number", Integer.toString(line));
    xml.text("Bol_nature", AwboldsSettings.nature(null, context.view()));
    xml.text("Bol_type_code", settings.manifest().bolType());
    xml.text("Unique_carrier_reference", dispatch.consignmentId());
    xml.end();
    Carrier.write(xml, settings, leg, losses);
    xml.start("Load_unload_place");
    xml.text("Place_of_loading_code", from(dispatch, leg));
    xml.text("Place_of_unloading_code", to(leg));
    xml.end();
    traders(xml, dispatch);
    goods(xml, dispatch, sums);
    xml.start("Authorize");
    xml.text("Company_code", settings.manifest().consignee());
    xml.end();
    xml.end();
  }

  String from(DispatchPreadvice dispatch, Conveyance leg) {
    if (leg.from() != null && leg.from().unLocode() != null) {
      return leg.from().unLocode();
    }
    return LoadingPlace.of(
        country(dispatch.originImpcCode()), settings, context.view(), losses, "/originImpcCode");
  }

  String to(Conveyance leg) {
    return leg.to() != null && leg.to().unLocode() != null
        ? leg.to().unLocode()
        : settings.unloading();
  }

  static String country(String impc) {
    return impc == null || impc.length() < 2 ? null : impc.substring(0, 2);
  }

  /**
   * Operators have no names in a pre-advice: their countries and offices of exchange stand here.
   */
  private void traders(XmlElements xml, DispatchPreadvice dispatch) throws XMLStreamException {
    var origin = dispatch.originImpcCode();
    var destination = dispatch.destinationImpcCode();
    xml.start("Traders_segment");
    xml.start("Exporter");
    xml.text("Exporter_name", "POSTAL OPERATOR " + country(origin));
    xml.text("Exporter_address", "OFFICE OF EXCHANGE " + origin);
    xml.end();
    xml.start("Consignee");
    xml.text("Consignee_code", settings.manifest().consignee());
    var name = settings.manifest().consigneeName();
    xml.text("Consignee_name", name == null ? "POSTAL OPERATOR " + country(destination) : name);
    xml.text("Consignee_address", "OFFICE OF EXCHANGE " + destination);
    xml.end();
    xml.end();
  }

  private void goods(XmlElements xml, DispatchPreadvice dispatch, Sums sums)
      throws XMLStreamException {
    xml.start("Goods_segment");
    xml.text("Number_of_packages", Integer.toString(sums.packages()));
    xml.text("Package_type_code", settings.manifest().receptacleType());
    xml.text("Gross_mass", sums.mass().toPlainString());
    xml.text("Shipping_marks", marks(dispatch));
    xml.text("Goods_description", description(dispatch));
    xml.text("Num_of_ctn_for_this_bol", "0");
    xml.text("Num_of_vehicles_for_this_bol", "0");
    xml.end();
  }

  /** The labels of the receptacles, with their seals. */
  private String marks(DispatchPreadvice dispatch) {
    var text = new StringBuilder();
    for (var receptacle : dispatch.receptacles()) {
      if (text.length() > MARKS) {
        break;
      }
      text.append(text.isEmpty() ? "" : " ").append(receptacle.receptacleId());
      for (var seal : receptacle.sealNumbers()) {
        text.append(" (SEAL ").append(seal).append(')');
      }
    }
    return losses.text(text.toString(), MARKS, "/receptacles", "");
  }

  private static String description(DispatchPreadvice dispatch) {
    var totals = dispatch.totals();
    long items =
        totals != null && totals.itemCount() != null
            ? totals.itemCount()
            : dispatch.receptacles().stream()
                .mapToLong(bag -> bag.itemCount() == null ? bag.items().size() : bag.itemCount())
                .sum();
    return "POSTAL ITEMS" + (items == 0 ? "" : ": " + items);
  }
}
