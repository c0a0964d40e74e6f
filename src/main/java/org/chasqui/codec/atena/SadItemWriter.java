package org.chasqui.codec.atena;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.Document;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Money;

/** Writes one content line as {@code items[]}. */
final class SadItemWriter {
  private static final int COMMODITY = 8;
  private static final int TARIFF = 12;
  private static final Pattern TARIFF_LINE = Pattern.compile("\\d{8}(\\d{2}){0,2}");
  private static final Pattern DIGITS = Pattern.compile("\\d{6," + TARIFF + "}");

  private final SadWriter sad;
  private final JsonGenerator json;
  private final SadSettings settings;
  private final ProfileView view;
  private final LossList losses;

  SadItemWriter(
      SadWriter sad, JsonGenerator json, SadSettings settings, ProfileView view, LossList losses) {
    this.sad = sad;
    this.json = json;
    this.settings = settings;
    this.view = view;
    this.losses = losses;
  }

  /**
   * Writes a line.
   *
   * @param index of the line in the message, from 0
   * @param gross its share of the gross mass
   */
  void write(ItemDeclaration item, int index, BigDecimal gross) throws IOException {
    var piece = item.contents().get(index);
    var base = "/contents/" + index;
    json.writeStartObject();
    empty("itemTaxes");
    sad.text("invoiceReference", SadWriter.INVOICE);
    json.writeNumberField("invoiceLine", piece.sequence() == null ? index + 1 : piece.sequence());
    sad.text("commercialDescription", description(piece, base));
    tariff(piece, base);
    marks(item);
    json.writeNumberField("packageNumber", packages(piece, index));
    sad.text("itemPackageTypeCode", settings.packageType());
    sad.number("itemGrossMass", gross);
    if (piece.netMass() != null) {
      sad.number("netMass", sad.kilograms(piece.netMass(), base + "/netMass"));
    }
    quantity(piece, base);
    procedure(item, piece, base);
    valuation(piece.value(), base + "/value");
    documents(item, piece, index);
    empty("containers");
    empty("vins");
    json.writeEndObject();
  }

  private void valuation(Money value, String base) throws IOException {
    json.writeObjectFieldStart("itemValuation");
    sad.amount("itemInvoiceAmountInForeignCurrency", value, base);
    sad.text("itemInvoiceCurrencyCode", value == null ? null : value.currencyCode());
    json.writeEndObject();
  }

  private String description(ContentPiece piece, String base) {
    var text = losses.clean(piece.description(), base, "/description");
    if (text.isBlank()) {
      losses.needs(base, "/description", "a description");
    }
    return text;
  }

  /** Twelve digits in three fields: 8, 2 and 2; an HS code is filled with zeros (ours). */
  private void tariff(ContentPiece piece, String base) throws IOException {
    var line = piece.tariffCode();
    boolean national = line != null && TARIFF_LINE.matcher(line).matches();
    if (line != null && !national) {
      losses.noTarget(base, "/tariffCode", "a tariff line of 8, 10 or 12 digits");
    }
    var code = national ? line : piece.hsCode();
    if (code == null || !DIGITS.matcher(code).matches()) {
      losses.needs(base, "/hsCode", "an HS code");
      return;
    }
    if (code.length() < TARIFF) {
      losses.rearranged(
          base, national ? "/tariffCode" : "/hsCode", "filled with zeros to 12 digits");
    }
    var whole = (code + "000000").substring(0, TARIFF);
    sad.text("commodityCode", whole.substring(0, COMMODITY));
    sad.text("commodityCodeNationalPrecision2", whole.substring(COMMODITY, COMMODITY + 2));
    sad.text("commodityCodeNationalPrecision3", whole.substring(COMMODITY + 2));
  }

  /** The label on the item, and the bag that it travels in when it is known. */
  private void marks(ItemDeclaration item) throws IOException {
    sad.text("packageMark1", item.itemId());
    sad.text("packageMark2", item.transport() == null ? null : item.transport().receptacleId());
  }

  /** The item is one package, which its first line counts. */
  private static int packages(ContentPiece piece, int index) {
    if (piece.packageCount() != null) {
      return piece.packageCount();
    }
    return index == 0 ? 1 : 0;
  }

  private void quantity(ContentPiece piece, String base) throws IOException {
    if (piece.quantity() != null) {
      sad.text("supplementaryCode", piece.quantityUnitCode());
      json.writeNumberField("supplementaryAmount", piece.quantity());
    } else if (piece.quantityUnitCode() != null) {
      losses.noTarget(base, "/quantityUnitCode", "a quantity with its unit");
    }
  }

  private void procedure(ItemDeclaration item, ContentPiece piece, String base) throws IOException {
    var origin = piece.originCountryCode();
    if (origin == null) {
      losses.assumed(base, "/originCountryCode", "an origin; sent as the country of posting");
      origin = item.originCountryCode();
    }
    json.writeObjectFieldStart("procedure");
    sad.text("itemCountryOfOriginCode", origin);
    sad.text("extendedProcedureCode", settings.extendedProcedure());
    sad.text("nationalProcedureCode", settings.nationalProcedure());
    json.writeEndObject();
  }

  /** Documents stand at lines: those of the item with its first. */
  private void documents(ItemDeclaration item, ContentPiece piece, int index) throws IOException {
    json.writeArrayFieldStart("attachedDocuments");
    if (index == 0) {
      for (int i = 0; i < item.documents().size(); i++) {
        document(item.documents().get(i), "/documents/" + i);
      }
    }
    for (int i = 0; i < piece.documents().size(); i++) {
      document(piece.documents().get(i), "/contents/" + index + "/documents/" + i);
    }
    json.writeEndArray();
  }

  private void document(Document document, String base) throws IOException {
    var code = view.code(SadSettings.DOCUMENT_MAP, document.typeCode());
    if (code.isEmpty() || document.number() == null) {
      losses.noTarget(base, "", "a number, and a code of the map " + SadSettings.DOCUMENT_MAP);
      return;
    }
    json.writeStartObject();
    sad.text("attachedDocCode", code.get());
    sad.text("attachedDocReference", losses.clean(document.number(), base, "/number"));
    sad.text("date", document.issuedOn());
    json.writeEndObject();
  }

  private void empty(String field) throws IOException {
    json.writeArrayFieldStart(field);
    json.writeEndArray();
  }
}
