package org.chasqui.codec.duca;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;

/** Writes one declaration; the numbers are those of the fields in the Resolution. */
final class DucaWriter {
  /** Names of ours for what the standard has no field for. */
  private static final Map<MessageFunction, String> FUNCTIONS =
      Map.of(
          MessageFunction.ORIGINAL, "ORIGINAL",
          MessageFunction.AMENDMENT, "RECTIFICACION",
          MessageFunction.CANCELLATION, "ANULACION");

  private final DucaSettings settings;
  private final ProfileView view;
  private final LossList losses;

  DucaWriter(DucaSettings settings, ProfileView view, LossList losses) {
    this.settings = settings;
    this.view = view;
    this.losses = losses;
  }

  void write(DucaOutput out, ItemDeclaration item) throws IOException {
    DucaFields.LOSSES.report(item, losses);
    boolean withdrawn = item.function() == MessageFunction.CANCELLATION;
    head(out, item);
    if (withdrawn && item.contents().isEmpty()) {
      return;
    }
    if (item.contents().isEmpty()) {
      losses.needs("/contents", "", "at least one content line");
      return;
    }
    var values = DucaValues.of(item, losses);
    parties(out, item);
    procedure(out);
    route(out, item);
    totals(out, item, values);
    lines(out, item, values);
    new DucaDocuments(losses).write(out, item);
    out.text("observaciones", remarks(item)); // 55
  }

  private void head(DucaOutput out, ItemDeclaration item) throws IOException {
    out.text("tipo", "D");
    var function = item.function() == null ? null : FUNCTIONS.get(item.function());
    if (function == null) {
      losses.refuse("/function", "", String.valueOf(item.function()), "a message function");
    }
    out.text("funcion", function);
    out.text("version", item.version() == null ? null : item.version().toString());
    if (item.itemId() == null) {
      losses.needs("/itemId", "", "an item id");
    }
    out.text("referenciaDeclarante", item.itemId()); // 1
    if (item.destinationCountryCode() != null
        && !item.destinationCountryCode().equals(view.countryCode())) {
      losses.noTarget("/destinationCountryCode", "", "items for " + view.countryCode());
    }
  }

  private void parties(DucaOutput out, ItemDeclaration item) throws IOException {
    var parties = new DucaParties(view, losses);
    parties.write(out, "exportador", item.sender(), "/sender", false); // 4
    parties.write(out, "importador", item.recipient(), "/recipient", settings.importerId()); // 5
    if (settings.declarantCode() != null || settings.declarantName() != null) {
      out.open("declarante"); // 6
      out.text("codigo", settings.declarantCode());
      out.text("numeroIdentificacion", settings.declarantId());
      out.text("nombre", settings.declarantName());
      out.text("domicilio", settings.declarantAddress());
      out.close();
    }
  }

  private void procedure(DucaOutput out) throws IOException {
    out.text("aduanaRegistro", settings.registrationOffice()); // 7
    out.text("aduanaSalida", settings.exitOffice()); // 8
    out.text("aduanaIngreso", settings.entryOffice()); // 9
    out.text("aduanaDestino", settings.destinationOffice()); // 10
    out.text("regimen", settings.regime()); // 11
    out.text("modalidad", settings.modality()); // 12
    out.text("clase", settings.category()); // 13
  }

  private void carrier(DucaOutput out) throws IOException {
    if (settings.carrierCode() != null || settings.carrierName() != null) {
      out.open("transportista"); // 19
      out.text("codigo", settings.carrierCode());
      out.text("nombre", settings.carrierName());
      out.close();
    }
  }

  private void route(DucaOutput out, ItemDeclaration item) throws IOException {
    var transport = item.transport();
    var origin = item.originCountryCode();
    if (origin == null) {
      losses.needs("/originCountryCode", "", "a country");
    }
    out.text("paisProcedencia", origin); // 15
    out.text("paisExportacion", origin); // 16
    out.text("paisDestino", view.countryCode()); // 17
    carrier(out);
    var mode = transport == null ? null : transport.modeCode();
    out.text("modoTransporte", mode == null ? settings.mode() : mode); // 20
    out.text(
        "lugarEmbarque",
        view.code(DucaSettings.LOADING_MAP, origin).orElse(settings.loadingPlace())); // 21
    out.text("lugarDesembarque", settings.unloadingPlace()); // 22
    if (transport != null) {
      means(out, transport.dispatchId(), transport.receptacleId());
    }
  }

  /** The receptacle, whose id begins with that of its dispatch, else the dispatch. */
  private void means(DucaOutput out, String dispatch, String receptacle) throws IOException {
    if (dispatch == null && receptacle == null) {
      return;
    }
    if (dispatch != null && receptacle != null && !receptacle.startsWith(dispatch)) {
      losses.noTarget("/transport/dispatchId", "", "the receptacle alone");
    }
    out.open("medioTransporte"); // 24
    out.text("equipamiento", receptacle == null ? dispatch : receptacle);
    out.close();
  }

  private static void totals(DucaOutput out, ItemDeclaration item, DucaValues values)
      throws IOException {
    out.text("moneda", values.currency());
    out.text("valorTransaccionTotal", plain(values.value())); // 25
    out.text("gastosTransporteTotal", plain(values.freight())); // 26
    out.text("valorAduanaTotal", plain(values.customsValue())); // 29
    out.text("incoterm", item.incoterm()); // 30
    out.text("pesoBrutoTotal", plain(values.gross())); // 32
    out.text("pesoNetoTotal", plain(values.net())); // 33
  }

  private void lines(DucaOutput out, ItemDeclaration item, DucaValues values) throws IOException {
    out.openList("lineas");
    var writer = new DucaLine(settings, losses);
    for (int i = 0; i < item.contents().size(); i++) {
      out.element("linea");
      writer.write(out, item, i, values);
      out.close();
    }
    out.closeList();
  }

  private String remarks(ItemDeclaration item) {
    var text = new StringBuilder();
    part(text, item.itemCategory());
    part(text, item.itemCategoryExplanation());
    part(text, item.comments());
    part(text, item.nonDeliveryInstruction());
    if (text.isEmpty()) {
      return null;
    }
    losses.rearranged("", "", "joined in observaciones");
    return losses.clean(text.toString(), "/comments", "");
  }

  private static void part(StringBuilder text, Object value) {
    if (value != null) {
      text.append(text.isEmpty() ? "" : "; ").append(value);
    }
  }

  static String plain(BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }
}
