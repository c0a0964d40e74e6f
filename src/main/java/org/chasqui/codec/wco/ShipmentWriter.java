package org.chasqui.codec.wco;

import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.ItemDeclaration;

/** Writes {@code GoodsShipment} 67A: the parties, the postage and the content lines. */
final class ShipmentWriter {
  private static final String PATH = "/MetaData/Declaration/GoodsShipment";

  private final WcoXml xml;
  private final WcoSettings settings;
  private final ProfileView view;
  private final LossList losses;
  private final PartyWriter parties;

  ShipmentWriter(WcoXml xml, WcoSettings settings, ProfileView view, LossList losses) {
    this.xml = xml;
    this.settings = settings;
    this.view = view;
    this.losses = losses;
    this.parties = new PartyWriter(xml, losses);
  }

  void write(ItemDeclaration item) throws XMLStreamException {
    var shop = item.eCommerce();
    xml.start("GoodsShipment");
    xml.text("TransactionNatureCode", nature(item));
    parties.write(PartyWriter.BUYER, shop == null ? null : shop.buyer(), "/eCommerce/buyer");
    required(PartyWriter.CONSIGNEE, item.recipient() != null);
    parties.write(PartyWriter.CONSIGNEE, item.recipient(), "/recipient");
    transport(item);
    required(PartyWriter.CONSIGNOR, item.sender() != null);
    parties.write(PartyWriter.CONSIGNOR, item.sender(), "/sender");
    postage(item);
    countries(item);
    goods(item);
    parties.write(PartyWriter.IMPORTER, item.importer(), "/importer");
    parties.write(PartyWriter.SELLER, shop == null ? null : shop.seller(), "/eCommerce/seller");
    if (item.incoterm() != null) {
      xml.start("TradeTerms");
      xml.text("ConditionCode", item.incoterm());
      xml.end();
    }
    reference(item);
    xml.end();
  }

  private void postage(ItemDeclaration item) throws XMLStreamException {
    if (item.postage() != null) {
      xml.start("CustomsValuation");
      xml.amount(
          "FreightChargeAmount",
          item.postage(),
          PATH + "/CustomsValuation/FreightChargeAmount",
          "42A/67A/41A/117");
      xml.end();
    }
  }

  private void required(PartyWriter.Role role, boolean present) {
    if (!present) {
      losses.needs(PATH + "/" + role.element(), "42A/67A/" + role.classId(), "name and address");
    }
  }

  /** Two digits: categories without a value of that length are left out (§1.8). */
  private String nature(ItemDeclaration item) {
    if (item.itemCategory() == null) {
      return null;
    }
    var category = item.itemCategory().name();
    var code =
        view.code(WcoSettings.NATURE_MAP, category).orElse(WcoSettings.NATURES.get(category));
    if (code == null) {
      losses.noTarget("/itemCategory", "", "a code of the map " + WcoSettings.NATURE_MAP);
    }
    return code;
  }

  private void transport(ItemDeclaration item) throws XMLStreamException {
    var transport = item.transport();
    if (transport != null && transport.modeCode() != null) {
      xml.start("Consignment");
      xml.start("ArrivalTransportMeans");
      xml.text("ModeCode", transport.modeCode());
      xml.end();
      xml.end();
    }
  }

  private void countries(ItemDeclaration item) throws XMLStreamException {
    if (item.destinationCountryCode() != null) {
      xml.start("Destination");
      xml.text("CountryCode", item.destinationCountryCode());
      xml.end();
    }
    if (item.prepaidTax() != null) {
      xml.start("DomesticDutyTaxParty");
      xml.cut(
          "ID",
          item.prepaidTax().registrationId(),
          17,
          PATH + "/DomesticDutyTaxParty/ID",
          "42A/67A/55B/R119");
      xml.end();
    }
    if (item.originCountryCode() != null) {
      xml.start("ExportCountry");
      xml.text("ID", item.originCountryCode());
      xml.end();
    }
  }

  private void goods(ItemDeclaration item) throws XMLStreamException {
    var contents = item.contents();
    if (contents.isEmpty() || contents.size() > 999) {
      losses.needs(PATH + "/GovernmentAgencyGoodsItem", "42A/67A/68A", "1 to 999 content lines");
      return;
    }
    var writer = new GoodsItemWriter(xml, settings, view, losses);
    for (int i = 0; i < contents.size(); i++) {
      writer.write(contents.get(i), i, i == 0 ? item.dimensions() : null);
    }
  }

  /** The sender's own number of the item, else that of the order. */
  private void reference(ItemDeclaration item) throws XMLStreamException {
    var order = item.eCommerce() == null ? null : item.eCommerce().orderId();
    var own = item.localItemId();
    if (own != null && order != null) {
      losses.noTarget("/eCommerce/orderId", "", "one reference of the trader");
    }
    if (own != null || order != null) {
      xml.start("UCR");
      xml.cut(
          "TraderAssignedReferenceID",
          own == null ? order : own,
          35,
          PATH + "/UCR/TraderAssignedReferenceID",
          "42A/67A/35B/009");
      xml.end();
    }
  }
}
