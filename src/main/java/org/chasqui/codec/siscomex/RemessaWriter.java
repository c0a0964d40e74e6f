package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.Flow;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;

/** Writes one item as {@code manifestos[].remessas[]}. */
final class RemessaWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_TEXT = 4000;

  private final LoteKind kind;
  private final EncodeContext context;
  private final ProfileView view;
  private final LossList losses;
  private final PessoaWriter pessoas;
  private final MercadoriaWriter mercadorias;

  RemessaWriter(LoteKind kind, EncodeContext context, LossList losses) {
    this.kind = kind;
    this.context = context;
    this.view = context.view();
    this.losses = losses;
    this.pessoas = new PessoaWriter(view, losses);
    this.mercadorias = new MercadoriaWriter(view, losses);
  }

  RemessaEncoder.Remessa write(ItemDeclaration item) {
    refuseWhatHasNoPlace(item);
    RemessaFields.LOSSES.report(item, losses);
    var country =
        losses.code(
            view, RemessaSettings.COUNTRY_MAP, item.originCountryCode(), "/originCountryCode", "");
    var master = master(item);
    var manifest = manifest(item, country.orElse(""), master);
    var out = new ByteArrayOutputStream(1024);
    if (losses.carries()) {
      try (var json = JSON.createGenerator(out)) {
        remessa(json, item, master);
      } catch (IOException e) {
        throw new UncheckedIOException("memory does not fail", e);
      }
    }
    return new RemessaEncoder.Remessa(manifest, out.toByteArray());
  }

  /** What is rectified stands in the manifest that the system made of it. */
  private RemessaEncoder.Manifest manifest(ItemDeclaration item, String country, String master) {
    if (kind == LoteKind.REGISTRATION) {
      var number = RemessaSettings.numeroManifesto(view);
      return new RemessaEncoder.Manifest(country, master, number, null);
    }
    var numbers = RemessaNumbers.of(context.earlier(item.itemId()), view);
    if (numbers.manifest() == null) {
      losses.needs("/itemId", "", "an item to which the system gave a manifest number");
    }
    var lot = RemessaSettings.sendsLot(view) ? numbers.lot() : null;
    return new RemessaEncoder.Manifest(country, "", numbers.manifest(), lot);
  }

  /** There is no cancellation by the declarant in the interface. */
  private void refuseWhatHasNoPlace(ItemDeclaration item) {
    if (item.function() != kind.function()) {
      losses.refuse(
          "/function",
          "",
          String.valueOf(item.function()),
          kind.function() + ": originals are registered, amendments rectified, nothing cancelled");
    }
    if (item.flow() == Flow.EXPORT) {
      losses.refuse("/flow", "", item.flow().name(), "IMPORT: the DIR is an import declaration");
    }
    if (item.destinationCountryCode() != null
        && !item.destinationCountryCode().equals(view.countryCode())) {
      losses.noTarget("/destinationCountryCode", "", "items for " + view.countryCode());
    }
    if (item.contents().isEmpty()) {
      losses.needs("/contents", "", "at least one content line");
    }
    if (item.itemId() == null || item.itemId().length() > 18) {
      losses.needs("/itemId", "", "at most 18 characters");
    }
  }

  /** The number of the mail bag (S9, 29 characters); the profile may give a stand-in. */
  private String master(ItemDeclaration item) {
    var receptacle = item.transport() == null ? null : item.transport().receptacleId();
    if (receptacle != null && (receptacle.length() == 29 || receptacle.length() == 11)) {
      return receptacle;
    }
    return masterStandIn(view, losses, "/transport/receptacleId");
  }

  static String masterStandIn(ProfileView view, LossList losses, String pointer) {
    var otherwise = view.setting(RemessaSettings.NUMERO_MASTER_DEFAULT);
    if (otherwise == null) {
      losses.needs(pointer, "", "a receptacle id (S9, 29 characters)");
      return "";
    }
    losses.assumed(pointer, "", "a receptacle id; sent as the profile's stand-in");
    return otherwise;
  }

  private void remessa(JsonGenerator json, ItemDeclaration item, String master) throws IOException {
    json.writeStartObject();
    json.writeStringField("numeroRemessa", item.itemId());
    json.writeStringField("numeroMaster", master);
    json.writeStringField("descricao", description(item));
    json.writeStringField("destinacaoComercial", commercialUse(item));
    number(json, "peso", kilograms(item.grossMass(), "/grossMass", RoundingMode.CEILING));
    json.writeNumberField("volumes", 1);
    freight(json, item);
    pessoas.write(json, "remetente", item.sender(), "/sender");
    pessoas.write(json, "destinatario", item.recipient(), "/recipient");
    new RemessaConforme(view, losses).write(json, item);
    var remarks = new Remarks(view, losses).of(item);
    if (!remarks.isEmpty()) {
      json.writeStringField("infoCompl", LossList.head(remarks, MAX_TEXT));
    }
    mercadorias.write(json, item.contents());
    json.writeEndObject();
  }

  /** All content lines in one text; each stands whole in its own line as well. */
  private String description(ItemDeclaration item) {
    var text = new StringBuilder();
    for (var piece : item.contents()) {
      if (text.length() > MAX_TEXT) {
        break;
      }
      text.append(text.isEmpty() ? "" : "; ").append(piece.description());
    }
    return losses.text(text.toString(), MAX_TEXT, "/contents", "");
  }

  /** Whether the goods are for trade: by the profile's map, else only between businesses (ours). */
  private String commercialUse(ItemDeclaration item) {
    var type = item.transactionType() == null ? "UNKNOWN" : item.transactionType().name();
    var otherwise = type.equals("B2B") ? "s" : "n";
    return view.code(RemessaSettings.COMMERCIAL_MAP, type).orElse(otherwise);
  }

  private void freight(JsonGenerator json, ItemDeclaration item) throws IOException {
    var postage = item.postage();
    if (postage == null) {
      var amount = view.setting(RemessaSettings.FRETE_DEFAULT);
      var value = item.contents().getFirst().value();
      if (amount == null || value == null) {
        losses.needs("/postage", "", "the postage paid");
        return;
      }
      losses.assumed("/postage", "", "the postage paid; sent as " + amount);
      postage = new Money(amount, value.currencyCode());
    }
    var frete = losses.decimal(postage.amount(), 9, 2, RoundingMode.HALF_UP, "/postage", "/amount");
    number(json, "frete", frete.orElse(null));
    var currency = postage.currencyCode();
    var code =
        losses.code(view, RemessaSettings.CURRENCY_MAP, currency, "/postage", "/currencyCode");
    json.writeStringField("moedaFrete", code.orElse(""));
    json.writeStringField(
        "freteModoPagto", view.setting(RemessaSettings.FRETE_MODO_PAGTO, "PREPAID"));
  }

  private BigDecimal kilograms(Mass mass, String base, RoundingMode rounding) {
    return losses.kilograms(mass, 10, 2, rounding, base).orElse(null);
  }

  /** Written digit by digit from the decimal text; never through a float. */
  static void number(JsonGenerator json, String field, BigDecimal value) throws IOException {
    if (value != null) {
      json.writeFieldName(field);
      json.writeNumber(value.toPlainString());
    }
  }
}
