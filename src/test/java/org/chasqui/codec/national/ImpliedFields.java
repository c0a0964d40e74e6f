package org.chasqui.codec.national;

import java.util.Map;
import java.util.Set;

/**
 * What a document of a format says without a place of its own: by its kind, or a second time by the
 * field in brackets.
 */
final class ImpliedFields {
  private static final Set<String> REMESSA =
      Set.of(
          "/flow", // the DIR is an import declaration
          "/destinationCountryCode", // so is this
          "/recipient/identifiers/0/issuingCountryCode", // (schemeCode CPF)
          "/contents/0/hsCode", // (tariffCode)
          "/contents/1/quantityUnitCode"); // H87 is the regional default

  private static final Set<String> SAD =
      Set.of(
          "/flow", // the declaration is of an import
          "/function", // what is imported again replaces
          "/destinationCountryCode", // the office
          "/recipient/identifiers/0/issuingCountryCode", // (schemeCode)
          "/contents/0/sequence", // the order of the goods items
          "/contents/1/sequence",
          "/contents/0/hsCode", // (tariffCode)
          "/contents/1/quantityUnitCode"); // H87 is the regional default

  private static final Set<String> DUCA =
      Set.of(
          "/flow", // modality and regime are of import
          "/destinationCountryCode", // the administration's own
          "/transport/dispatchId", // (receptacleId)
          "/contents/0/sequence", // the position
          "/contents/1/sequence", // the position
          "/contents/0/hsCode", // (tariffCode)
          "/contents/1/quantityUnitCode"); // H87 is the regional default

  private static final Map<String, Set<String>> BY_FORMAT =
      Map.ofEntries(
          Map.entry("siscomex-remessa", REMESSA),
          Map.entry("siscomex-retificacao", REMESSA),
          Map.entry("asycuda-sad-421", SAD),
          Map.entry("asycuda-sad-jm", SAD),
          Map.entry(
              "asycuda-awbolds",
              Set.of(
                  "/flow", // the default of Bol_nature
                  "/destinationCountryCode")),
          Map.entry(
              "cuscar-d96b",
              Set.of(
                  "/contents/0/hsCode", // (tariffCode)
                  "/contents/0/sequence", // the place in the list
                  "/contents/1/sequence",
                  "/contents/0/netMass/unitCode", // kilograms
                  "/grossMass/unitCode",
                  "/mailClassCode", // (mailSubclassCode)
                  "/sender/identifiers/0/issuingCountryCode", // (the party's address)
                  "/sender/identifiers/1/issuingCountryCode",
                  "/recipient/identifiers/0/issuingCountryCode",
                  "/recipient/identifiers/1/issuingCountryCode",
                  "/importer/identifiers/0/issuingCountryCode",
                  "/importer/identifiers/1/issuingCountryCode",
                  "/recipient/identifiers/0/schemeCode", // the only one that the value fits
                  "/importer/identifiers/0/schemeCode",
                  "/transport/dispatchId")),
          Map.entry(
              "upu-cds",
              Set.of(
                  "/flow", // the service is asked for it
                  "/function", // views are created or updated by one operation
                  "/originCountryCode", // (the sender's address)
                  "/sender/address/countryCode", // (the item's origin)
                  "/destinationCountryCode", // (the recipient's address)
                  "/recipient/address/countryCode", // (the item's destination)
                  "/contents/1/quantityUnitCode")),
          Map.entry(
              "siga-import",
              Set.of(
                  "/flow", // the document is of import
                  "/destinationCountryCode", // so is this
                  "/sender/identifiers/0/issuingCountryCode", // (the address)
                  "/recipient/identifiers/0/issuingCountryCode")),
          Map.entry(
              "siga-import-dua",
              Set.of(
                  "/flow", // the document is of import
                  "/destinationCountryCode", // so is this
                  "/recipient/address/countryCode", // (the country of the document, the same)
                  "/recipient/identifiers/0/issuingCountryCode", // (the address)
                  "/importer/address/countryCode",
                  "/importer/identifiers/0/issuingCountryCode",
                  "/eCommerce/seller/address/countryCode",
                  "/eCommerce/seller/identifiers/0/issuingCountryCode",
                  "/contents/0/hsCode", // (tariffCode)
                  "/contents/1/quantityUnitCode")),
          Map.entry("duca-xml", DUCA),
          Map.entry("duca-json", DUCA),
          Map.entry(
              "atena-sad",
              Set.of(
                  "/flow", // the type of declaration is of import
                  "/destinationCountryCode", // the administration's own
                  "/contents/0/sequence", // the position
                  "/contents/1/sequence", // the position
                  "/contents/0/hsCode")),
          Map.entry(
              "vucem-cove",
              Set.of(
                  "/flow", // the kind of operation
                  "/destinationCountryCode", // the window is that of the country
                  "/contents/0/quantityUnitCode", // reported at its line
                  "/contents/1/quantityUnitCode")),
          Map.entry(
              "saai-m3",
              Set.of(
                  "/flow", // the kind of operation
                  "/destinationCountryCode", // the system is that of the country
                  "/contents/0/hsCode", // (tariffCode)
                  "/contents/0/sequence", // its place
                  "/contents/1/sequence", // its place
                  "/contents/1/quantityUnitCode")),
          Map.entry(
              "muisca-file",
              Set.of(
                  "/flow", // the kind of file
                  "/destinationCountryCode", // the system is that of the country
                  "/contents/0/hsCode", // (tariffCode)
                  "/contents/1/quantityUnitCode")),
          Map.entry(
              "ecuapass-envelope",
              Set.of(
                  "/flow", // nothing but imports is sent
                  "/contents/1/quantityUnitCode")),
          Map.entry(
              "din-declaration",
              Set.of(
                  "/flow", // DIN is the import declaration
                  "/destinationCountryCode", // (the office)
                  "/contents/0/hsCode", // (tariffCode)
                  "/contents/1/sequence", // its place
                  "/contents/1/quantityUnitCode")),
          Map.entry("wco-declaration", Set.of("/contents/1/quantityUnitCode")),
          Map.entry(
              "wco-declaration-seida",
              Set.of("/contents/1/quantityUnitCode"))); // H87 is the regional default

  private ImpliedFields() {}

  /** Pointers of the full message that a format implies. */
  static Set<String> of(String format) {
    return BY_FORMAT.get(format);
  }
}
