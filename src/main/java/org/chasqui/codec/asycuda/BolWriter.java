package org.chasqui.codec.asycuda;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Money;

/** Writes one item as {@code Bol_segment}; the order of the elements is the format's. */
final class BolWriter {
  private final AwboldsSettings settings;
  private final ProfileView view;
  private final LossList losses;

  BolWriter(AwboldsSettings settings, ProfileView view, LossList losses) {
    this.settings = settings;
    this.view = view;
    this.losses = losses;
  }

  void write(XmlElements xml, ItemDeclaration item, MasterBol master, int line)
      throws XMLStreamException {
    var fields =
        settings.information() ? AwboldsFields.WITH_INFORMATION : AwboldsFields.WITHOUT_INFORMATION;
    fields.report(item, losses);
    xml.start("Bol_segment");
    id(xml, item, master, line);
    Carrier.write(xml, settings, null, losses);
    places(xml, item);
    new TradersWriter(settings, losses).write(xml, item);
    new GoodsWriter(settings, losses).write(xml, item);
    values(xml, item);
    xml.end();
  }

  /**
   * What ASYCUDA has, it skips: to change data, delete it there and send it again (§3, rules). So a
   * document of amendments goes where its bills are deleted first, as the profile says.
   */
  void refuseWhatIsNoNewBill(ItemDeclaration item) {
    if (item.function() != settings.function()) {
      losses.refuse(
          "/function",
          "",
          String.valueOf(item.function()),
          settings.function()
              + ": to change a stored bill, delete it in ASYCUDA first and send it again");
    }
    if (item.itemId() == null || item.itemId().length() > settings.referenceLength()) {
      losses.needs("/itemId", "", "at most " + settings.referenceLength() + " characters");
    }
    if (item.contents().isEmpty()) {
      losses.needs("/contents", "", "at least one content line");
    }
    if (item.destinationCountryCode() != null
        && !item.destinationCountryCode().equals(view.countryCode())) {
      losses.noTarget("/destinationCountryCode", "", "items for " + view.countryCode());
    }
  }

  private void id(XmlElements xml, ItemDeclaration item, MasterBol master, int line)
      throws XMLStreamException {
    xml.start("Bol_id");
    xml.text("Bol_reference", item.itemId());
    xml.text("Line_number", Integer.toString(line));
    xml.text("Bol_nature", AwboldsSettings.nature(item.flow(), view));
    xml.text("Bol_type_code", settings.bolType());
    xml.text("Master_bol_ref_number", master.reference());
    xml.text("Unique_carrier_reference", item.itemId());
    xml.end();
  }

  private void places(XmlElements xml, ItemDeclaration item) throws XMLStreamException {
    xml.start("Load_unload_place");
    xml.text(
        "Place_of_loading_code",
        LoadingPlace.of(item.originCountryCode(), settings, view, losses, "/originCountryCode"));
    xml.text("Place_of_unloading_code", settings.unloading());
    xml.end();
  }

  private void values(XmlElements xml, ItemDeclaration item) throws XMLStreamException {
    boolean freight = settings.postage().equals("freight");
    boolean transport = settings.postage().equals("transport");
    if (item.postage() != null && !freight && !transport) {
      losses.noTarget("/postage", "", "a profile with a segment for postage");
    }
    var postage = freight || transport ? item.postage() : null;
    if (postage == null && item.declaredValue() == null && item.insuredValue() == null) {
      return;
    }
    xml.start("Value_segment");
    value(xml, "Freight", freight ? postage : null, "/postage", true);
    value(xml, "Customs", item.declaredValue(), "/declaredValue", false);
    value(xml, "Insurance", item.insuredValue(), "/insuredValue", false);
    value(xml, "Transport", transport ? postage : null, "/postage", false);
    xml.end();
  }

  /** Postage is prepaid (PP): it is charged at posting. */
  private void value(XmlElements xml, String group, Money money, String base, boolean prepaid)
      throws XMLStreamException {
    if (money == null) {
      return;
    }
    xml.start(group + "_segment");
    xml.text("PC_indicator", prepaid ? "PP" : null);
    xml.text(group + "_value", amount(money.amount(), base + "/amount"));
    xml.text(group + "_currency", money.currencyCode());
    xml.end();
  }

  private String amount(String text, String pointer) {
    return losses
        .decimal(text, 15, 3, RoundingMode.HALF_UP, pointer, "")
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }
}
