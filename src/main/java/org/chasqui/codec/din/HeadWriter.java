package org.chasqui.codec.din;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Locale;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlDocument;
import org.chasqui.message.ItemDeclaration;

/** Writes {@code CABEZA}: who declares, for whom, from where, and the totals. */
final class HeadWriter {
  private static final long NUMBERS = 10_000_000_000L;
  private static final int DAYS_TO_PAY = 15;
  private static final Locale SPANISH = Locale.of("es");
  private static final String NO_SUSPENSION =
      "<c:REGIMENSUSPENSIVO><r:DESDIRALM/><r:CODCOMRS>00000</r:CODCOMRS><r:ADUCTROL>00</r:ADUCTROL>"
          + "<r:NUMPLAZO>00000000</r:NUMPLAZO><r:INDPARCIAL>0</r:INDPARCIAL>"
          + "<r:NUMHOJINS>000</r:NUMHOJINS><r:TOTINSUM>0000000.0000</r:TOTINSUM>"
          + "<r:CODALMA>000</r:CODALMA><r:NUMRS>0000000000</r:NUMRS><r:FECRS/>"
          + "<r:ADUARS>00</r:ADUARS><r:NUMHOJANE>000</r:NUMHOJANE><r:NUMSEC>00000</r:NUMSEC>"
          + "</c:REGIMENSUSPENSIVO>";
  private static final String NO_RESPONSE =
      "<c:RESPUESTA><a:FECHACEPTACION/><a:NUMEROENCRIPTADO/><a:ESTADO/></c:RESPUESTA>";

  private final XmlDocument xml;
  private final DinSettings settings;
  private final ProfileView view;
  private final LossList losses;

  HeadWriter(XmlDocument xml, DinSettings settings, EncodeContext context, LossList losses) {
    this.xml = xml;
    this.settings = settings;
    this.view = context.view();
    this.losses = losses;
  }

  void write(ItemDeclaration item, DinAmounts amounts, ZonedDateTime at, String postedOn) {
    xml.open("e:CABEZA");
    document(item, at);
    new IdentificationWriter(xml, settings, view, losses).write(item);
    xml.raw(NO_SUSPENSION);
    transport(item, postedOn);
    finances(item, amounts);
    totals(item, amounts);
    xml.raw(NO_RESPONSE);
    xml.close("e:CABEZA");
  }

  private void document(ItemDeclaration item, ZonedDateTime at) {
    var today = DinWriter.DATE.format(at);
    xml.element("c:FORM", settings.form());
    xml.element("c:NUMIDENTIF", number(item.itemId()));
    xml.element("c:FECVENCI", DinWriter.DATE.format(at.plusDays(DAYS_TO_PAY)));
    xml.element("c:ADU", settings.office());
    xml.element("c:AGENTE", settings.agent());
    xml.element("c:TPODOCTO", settings.operation());
    xml.element("c:TIPOINGR", settings.entry());
    xml.element("c:NUMAUT", null);
    xml.element("c:FECAUT", null);
    xml.element("c:GBCOCEN", remarks(item));
    xml.element("c:FECTRA", today);
    xml.element("c:FECACEP", DinWriter.NO_DATE);
    xml.element("c:AFORO", "00");
    xml.element("c:FECCONFDI", today);
    xml.element("c:NUMENCRIP", null);
    xml.element("c:FECCONFEC", today);
    xml.element("c:NUMIDENACL", null);
    xml.element("c:NUMRES", DinWriter.NO_DATE);
    xml.element("c:FECRES", DinWriter.NO_DATE);
  }

  /** Ten digits derived from the item id: the numbering is the declarant's own. */
  private static String number(String itemId) {
    var id = DecodeContext.stableId("din/" + itemId).replace("-", "");
    return Padded.number(Long.parseUnsignedLong(id.substring(17), 16) % NUMBERS, 10);
  }

  /** What the form has no field for: category, documents, comments. */
  private String remarks(ItemDeclaration item) {
    var parts = new ArrayList<String>();
    parts.add(item.itemCategory() == null ? null : item.itemCategory().name());
    parts.add(item.itemCategoryExplanation());
    for (var document : item.documents()) {
      var number = document.number() == null ? "" : " " + document.number();
      parts.add((document.typeCode() == null ? "" : document.typeCode()) + number);
    }
    parts.add(item.comments());
    parts.removeIf(part -> part == null || part.isBlank());
    if (parts.size() > 1) {
      losses.rearranged("", "", "joined in GBCOCEN");
    }
    return losses.clean(String.join("; ", parts), "/comments", "");
  }

  private void transport(ItemDeclaration item, String postedOn) {
    var origin = origin(item);
    var bought = item.originCountryCode();
    var transport = item.transport();
    xml.open("c:ORIGENTRANSPALMACENAJE");
    xml.element("o:PAORIG", country(origin, "/contents/0/originCountryCode"));
    xml.element("o:GPAORIG", name(origin));
    xml.element("o:PAADQ", country(bought, "/originCountryCode"));
    xml.element("o:GPAADQ", name(bought));
    xml.element("o:VIATRAN", mode(transport == null ? null : transport.modeCode()));
    empty("DESPUERT", "TRANSB");
    xml.element("o:PTOEMB", "000");
    xml.element("o:GPTODESEM", settings.unloadingPortName());
    xml.element("o:PTODESEM", settings.unloadingPort());
    xml.element("o:TPOCARGA", settings.cargoType());
    empty("DESALMAC", "ALMACEN", "FECALMAC", "FECRETIRO");
    xml.element("o:GNOMCIAT", settings.carrier());
    empty("CODPAISCIA", "NUMRUTCIA", "DIGVERCIA");
    xml.element("o:NUMMANIF", transport == null ? null : transport.dispatchId());
    empty("NUMMANIF1", "NUMMANIF2", "FECMANIF");
    xml.element("o:NUMCONOC", item.itemId());
    xml.element("o:FECCONOC", postedOn);
    xml.element("o:NOMEMISOR", item.originOperatorCode());
    empty("NUMRUTEMI", "DIGVEREMI");
    xml.close("c:ORIGENTRANSPALMACENAJE");
  }

  private void empty(String... names) {
    for (var name : names) {
      xml.element("o:" + name, null);
    }
  }

  /** One country for all lines: that of the first that has one, else where the item was posted. */
  private String origin(ItemDeclaration item) {
    for (var piece : item.contents()) {
      if (piece.originCountryCode() != null) {
        return piece.originCountryCode();
      }
    }
    return item.originCountryCode();
  }

  private String country(String code, String pointer) {
    return losses.code(view, DinSettings.COUNTRY_MAP, code, pointer, "").orElse(null);
  }

  private static String name(String country) {
    return country == null
        ? null
        : Locale.of("", country).getDisplayCountry(SPANISH).toUpperCase(SPANISH);
  }

  private String mode(String mode) {
    return losses.code(view, DinSettings.MODE_MAP, mode, "/transport/modeCode", "").orElse(null);
  }

  private void finances(ItemDeclaration item, DinAmounts amounts) {
    var currency =
        losses.code(
            view,
            DinSettings.CURRENCY_MAP,
            amounts.currency(),
            "/contents/0/value",
            "/currencyCode");
    xml.open("c:ANTECEDENTESFINANCIEROS");
    xml.element("f:GREGIMP", null);
    xml.element("f:REGIMP", null);
    xml.element("f:BCOCOM", "00");
    xml.element("f:CODORDIV", "0");
    xml.element("f:FORMPAGO", "00");
    xml.element("f:NUMDIAS", "0000");
    xml.element("f:VALEXFAB", Padded.decimal(amounts.fob(), 10, 2));
    xml.element("f:MONEDA", currency.orElse(null));
    xml.element("f:MONGASFOB", DinWriter.NO_AMOUNT);
    xml.element("f:CLCOMPRA", terms(item.incoterm()));
    xml.element("f:PAGOGRAV", "00");
    xml.close("c:ANTECEDENTESFINANCIEROS");
  }

  private String terms(String incoterm) {
    return incoterm == null
        ? "0"
        : losses.code(view, DinSettings.TERMS_MAP, incoterm, "/incoterm", "").orElse("0");
  }

  private void totals(ItemDeclaration item, DinAmounts amounts) {
    xml.open("c:TOTALES");
    xml.element("t:TOTITEMS", Padded.number(item.contents().size(), 3));
    xml.element("t:FOB", Padded.decimal(amounts.fob(), 11, 2));
    xml.element("t:TOTHOJAS", "001");
    xml.element("t:CODFLE", "0");
    xml.element("t:FLETE", Padded.decimal(amounts.freight(), 11, 2));
    xml.element("t:TOTBULTOS", "000001");
    xml.element("t:CODSEG", "0");
    xml.element("t:SEGURO", Padded.decimal(BigDecimal.ZERO, 11, 2));
    xml.element("t:TOTPESO", mass(item));
    xml.element("t:CIF", Padded.decimal(amounts.cif(), 11, 2));
    xml.close("c:TOTALES");
  }

  private String mass(ItemDeclaration item) {
    return losses
        .kilograms(item.grossMass(), 10, 2, RoundingMode.UP, "/grossMass")
        .map(value -> Padded.decimal(value, 10, 2))
        .orElse(null);
  }
}
