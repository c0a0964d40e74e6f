package org.chasqui.codec.siga;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.ItemDeclaration;

/**
 * {@code ImportConsolidateMaster}: the houses of one master, which is a dispatch. Items that carry
 * no dispatch yet stand under the reference of the file.
 */
record ConsolidatedMaster(
    String key, String reference, SigaSettings settings, ProfileView view, LossList losses)
    implements SigaDocument {
  private static final String OPENING =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ImportConsolidateMaster"
          + " xmlns=\"http://aduanas.gob.do/XSD/ImportCargo/ImportConsolidateMaster.xsd\">"
          + "<ConsolidatedBL xmlns=\"\">";
  private static final String CLOSING = "</ConsolidatedBL></ImportConsolidateMaster>\n";

  static String key(ItemDeclaration item) {
    var dispatch = item.transport() == null ? null : item.transport().dispatchId();
    return dispatch == null ? "master" : "master/" + dispatch;
  }

  static ConsolidatedMaster of(
      ItemDeclaration item, SigaSettings settings, EncodeContext context, LossList losses) {
    var dispatch = item.transport() == null ? null : item.transport().dispatchId();
    if (dispatch == null) {
      losses.assumed("/transport/dispatchId", "", "a dispatch; sent as the reference of the file");
    }
    if (settings.cannotCompare(item)) {
      losses.assumed(
          "/declaredValue",
          "",
          "a value in " + settings.currency() + "; taken as within the limit");
    }
    return new ConsolidatedMaster(
        key(item),
        dispatch == null ? context.reference() : dispatch,
        settings,
        context.view(),
        losses);
  }

  @Override
  public String opening() {
    return OPENING;
  }

  @Override
  public String closing() {
    return CLOSING;
  }

  @Override
  public Map<String, String> head() {
    var head = new LinkedHashMap<String, String>();
    head.put("ManifestNo", settings.text(SigaSettings.MANIFEST_NUMBER));
    head.put("BLNo", reference);
    return head;
  }

  @Override
  public void write(XmlElements xml, ItemDeclaration item) throws XMLStreamException {
    SigaFields.MASTER.report(item, losses);
    var values = new SigaValues(settings, view, losses);
    xml.start("ManifestBL");
    xml.text("HouseBLNo", item.itemId());
    xml.text("TransitType", settings.text(SigaSettings.TRANSIT_TYPE));
    xml.text("LoadingPortCode", loadingPort(item));
    xml.text("GoodsName", goodsName(item));
    xml.text("PackageUnitCode", settings.text(SigaSettings.PACKAGE_UNIT));
    xml.text("PackageQty", "1");
    xml.text("GrossWeight", values.kilograms(item.grossMass(), "/grossMass"));
    xml.text("Value", values.optional(item.declaredValue(), "/declaredValue"));
    xml.text("FlightCharge", values.optional(item.postage(), "/postage"));
    xml.text("Volume", losses.cubicMetres(item.dimensions()));
    xml.text("ExpressType", settings.text(SigaSettings.EXPRESS_TYPE));
    new HouseParties(settings, view, losses).write(xml, item);
    xml.end();
  }

  private String loadingPort(ItemDeclaration item) {
    var origin = item.originCountryCode();
    var port =
        view.code(SigaSettings.LOADING_MAP, origin)
            .orElse(settings.text(SigaSettings.LOADING_PLACE));
    if (port == null) {
      // ZZZ is UN/LOCODE's entry for a place without one
      port = (origin == null ? "XX" : origin) + "ZZZ";
      losses.assumed("/originCountryCode", "", "a code of the map loading-place; sent as " + port);
    }
    return port;
  }

  /** All lines in the one text of a house: quantity, description, HS code. */
  private String goodsName(ItemDeclaration item) {
    var text = new StringBuilder();
    for (int i = 0; i < item.contents().size(); i++) {
      var piece = item.contents().get(i);
      if (piece.description() == null || piece.description().isBlank()) {
        losses.needs("/contents/" + i, "/description", "a description");
      }
      text.append(text.isEmpty() ? "" : "; ");
      if (piece.quantity() != null) {
        text.append(piece.quantity()).append(' ');
      }
      text.append(piece.description());
      if (piece.hsCode() != null) {
        text.append(" (HS ").append(piece.hsCode()).append(')');
      }
    }
    losses.rearranged("/contents", "", "joined in GoodsName");
    return losses.clean(text.toString(), "/contents", "");
  }
}
