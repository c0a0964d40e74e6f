package org.chasqui.codec.wco;

import java.util.Map;

/** Names of the classes and elements that a WCO pointer gives by their ids. */
final class WcoPointer {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("42A", "Declaration"),
          Map.entry("67A", "GoodsShipment"),
          Map.entry("68A", "GovernmentAgencyGoodsItem"),
          Map.entry("23A", "Commodity"),
          Map.entry("21A", "Classification"),
          Map.entry("65A", "GoodsMeasure"),
          Map.entry("79A", "InvoiceLine"),
          Map.entry("92A", "Origin"),
          Map.entry("93A", "Packaging"),
          Map.entry("02A", "AdditionalDocument"),
          Map.entry("03A", "AdditionalInformation"),
          Map.entry("04A", "Address"),
          Map.entry("16A", "Buyer"),
          Map.entry("27A", "Consignee"),
          Map.entry("30A", "Consignor"),
          Map.entry("41A", "CustomsValuation"),
          Map.entry("74A", "Importer"),
          Map.entry("09B", "Seller"),
          Map.entry("17B", "Submitter"),
          Map.entry("35B", "UCR"),
          Map.entry("006", "SequenceNumeric"),
          Map.entry("017", "FunctionCode"),
          Map.entry("063", "CountryCode"),
          Map.entry("103", "TransactionNatureCode"),
          Map.entry("108", "CustomsValueAmount"),
          Map.entry("109", "InvoiceAmount"),
          Map.entry("112", "ItemChargeAmount"),
          Map.entry("117", "FreightChargeAmount"),
          Map.entry("128", "NetNetWeightMeasure"),
          Map.entry("130", "TariffQuantity"),
          Map.entry("131", "TotalGrossMassMeasure"),
          Map.entry("137", "Description"),
          Map.entry("145", "ID"),
          Map.entry("239", "Line"),
          Map.entry("241", "CityName"),
          Map.entry("242", "CountryCode"),
          Map.entry("245", "PostcodeID"),
          Map.entry("D026", "FunctionalReferenceID"),
          Map.entry("R014", "Name"),
          Map.entry("R015", "ID"),
          Map.entry("R020", "Name"),
          Map.entry("R021", "ID"));

  private WcoPointer() {}

  /** The XPath of a pointer; an id that has no name here stands for itself. */
  static String xpath(String pointer) {
    if (pointer == null) {
      return "/MetaData";
    }
    var xpath = new StringBuilder("/MetaData");
    for (var step : pointer.split("/")) {
      int bracket = step.indexOf('[');
      var id = bracket < 0 ? step : step.substring(0, bracket);
      xpath.append('/').append(NAMES.getOrDefault(id, id));
      if (bracket >= 0) {
        xpath.append(step.substring(bracket));
      }
    }
    return xpath.toString();
  }
}
