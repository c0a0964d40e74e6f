package org.chasqui.codec.asycuda;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.codec.PartyName;
import org.chasqui.message.Address;
import org.chasqui.message.Flow;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Money;
import org.chasqui.message.Party;

/** Writes all of a declaration but its goods items. */
final class SadHead {
  private static final int LINES_A_FORM = 3;

  private final SadDialect dialect;
  private final SadSettings settings;
  private final EncodeContext context;
  private final LossList losses;

  SadHead(SadDialect dialect, SadSettings settings, EncodeContext context, LossList losses) {
    this.dialect = dialect;
    this.settings = settings;
    this.context = context;
    this.losses = losses;
  }

  /** What is imported again under its reference stands for what was stored; nothing takes back. */
  void refuseWhatIsNoDeclaration(ItemDeclaration item) {
    if (item.function() == MessageFunction.CANCELLATION) {
      losses.refuse(
          "/function",
          "",
          item.function().name(),
          "ORIGINAL or AMENDMENT: a stored declaration is cancelled in ASYCUDA");
    }
    if (item.flow() == Flow.EXPORT) {
      losses.refuse("/flow", "", item.flow().name(), "IMPORT: the template is of an import");
    }
    if (item.itemId() == null) {
      losses.needs("/itemId", "", "the id of the item");
    }
    if (item.contents().isEmpty()) {
      losses.needs("/contents", "", "at least one content line");
    }
    var home = context.view().countryCode();
    if (item.destinationCountryCode() != null && !item.destinationCountryCode().equals(home)) {
      losses.noTarget("/destinationCountryCode", "", "items for " + home);
    }
  }

  void write(ByteArrayOutputStream out, ItemDeclaration item, byte[] lines) {
    var filling = dialect.head().filling().put("lines", lines);
    constants(filling, item);
    parties(filling, item);
    transport(filling, item);
    values(filling, item);
    filling.write(out);
  }

  private void constants(XmlTemplate.Filling filling, ItemDeclaration item) {
    int count = item.contents().size();
    filling
        .put("forms", 1 + (count - 1 + LINES_A_FORM - 1) / LINES_A_FORM)
        .put("items", count)
        .put("office", settings.office())
        .put("type", settings.type())
        .put("procedure", settings.procedure())
        .put("declarantCode", settings.declarantCode())
        .put("declarant", settings.declarantName())
        .put("year", context.at().atZone(context.view().zone()).getYear())
        .put("itemId", item.itemId())
        .put("category", category(item))
        .put("comments", losses.clean(item.comments(), "/comments", ""));
  }

  private void parties(XmlTemplate.Filling filling, ItemDeclaration item) {
    filling
        .put("exporter", party(item.sender(), "/sender"))
        .put("exporterCode", code(item.sender(), "/sender", null))
        .put("consignee", party(item.recipient(), "/recipient"))
        .put("consigneeCode", code(item.recipient(), "/recipient", settings.consigneeScheme()));
  }

  private void transport(XmlTemplate.Filling filling, ItemDeclaration item) {
    var dispatch = item.transport() == null ? null : item.transport().dispatchId();
    var leg = Conveyance.of(context.earlier(dispatch));
    if (dispatch != null && leg.voyage() == null) {
      losses.noTarget("/transport", "/dispatchId", "the flight of its pre-advice");
    }
    filling
        .put("origin", item.originCountryCode())
        .put("destination", context.view().countryCode())
        .put("originName", originName(item))
        .put("voyage", leg.voyage())
        .put("mode", settings.mode())
        .put("incoterm", item.incoterm())
        .put("loading", loading(item))
        .put("location", settings.location());
  }

  private void values(XmlTemplate.Filling filling, ItemDeclaration item) {
    var invoice = invoice(item);
    var freight = item.postage();
    var mass = kilograms(item.grossMass(), "/grossMass");
    filling
        .put("invoice", invoice == null ? null : invoice.amount())
        .put("currency", invoice == null ? null : invoice.currencyCode())
        .put("freight", freight == null ? "0" : amount(freight, "/postage"))
        .put("freightCurrency", freight == null ? null : freight.currencyCode())
        .put("mass", mass == null ? null : mass.toPlainString());
  }

  private String loading(ItemDeclaration item) {
    var settingsOfBills = AwboldsSettings.of(context.view());
    var origin = item.originCountryCode();
    return LoadingPlace.of(origin, settingsOfBills, context.view(), losses, "/originCountryCode");
  }

  /** "Many" for lines of several origins is a guess of the study; one origin has no name here. */
  private static String originName(ItemDeclaration item) {
    var origins = new HashSet<String>();
    item.contents().forEach(piece -> origins.add(piece.originCountryCode()));
    return origins.size() > 1 ? "Many" : null;
  }

  private String category(ItemDeclaration item) {
    var category = item.itemCategory() == null ? "" : item.itemCategory().name();
    var explanation = item.itemCategoryExplanation();
    if (explanation == null) {
      return category;
    }
    losses.rearranged("/itemCategoryExplanation", "", "joined with the category");
    return (category + " " + losses.clean(explanation, "/itemCategoryExplanation", "")).strip();
  }

  /** The declared value, else the sum of the lines. */
  private Money invoice(ItemDeclaration item) {
    var sum = BigDecimal.ZERO;
    String currency = null;
    for (int i = 0; i < item.contents().size(); i++) {
      var value = item.contents().get(i).value();
      if (value == null) {
        losses.needs("/contents/" + i, "/value", "the value of the line");
        return null;
      }
      boolean other = currency != null && !currency.equals(value.currencyCode());
      if (other || value.currencyCode() == null) {
        losses.needs("/contents/" + i, "/value/currencyCode", "one currency for all lines");
        return null;
      }
      currency = value.currencyCode();
      sum = sum.add(new BigDecimal(amount(value, "/contents/" + i + "/value")));
    }
    var declared = item.declaredValue();
    if (declared == null) {
      return new Money(sum.toPlainString(), currency);
    }
    if (!currency.equals(declared.currencyCode())) {
      losses.noTarget("/declaredValue", "", "the sum of the lines, in their currency");
      return new Money(sum.toPlainString(), currency);
    }
    return new Money(amount(declared, "/declaredValue"), currency);
  }

  private String amount(Money money, String pointer) {
    return losses
        .decimal(money.amount(), 15, 2, RoundingMode.HALF_UP, pointer, "/amount")
        .map(BigDecimal::toPlainString)
        .orElse("0");
  }

  private BigDecimal kilograms(Mass mass, String pointer) {
    return losses.kilograms(mass, 12, 3, RoundingMode.HALF_UP, pointer).orElse(null);
  }

  /** Name and address share one element, a line each. */
  private String party(Party party, String base) {
    if (party == null) {
      losses.needs(base, "", "name and address");
      return null;
    }
    var name = PartyName.of(party, base, losses);
    if (name.isEmpty()) {
      losses.needs(base, "/name", "a name");
    }
    var lines = new ArrayList<String>();
    lines.add(name);
    lines.addAll(address(party.address(), base + "/address"));
    lines.removeIf(line -> line == null || line.isBlank());
    return losses.clean(String.join("\n", lines), base, "");
  }

  private List<String> address(Address address, String base) {
    if (address == null) {
      losses.needs(base, "", "an address");
      return List.of();
    }
    var lines = new ArrayList<>(address.streetLines());
    lines.add(address.poBox() == null ? null : "PO BOX " + address.poBox());
    lines.add(joined(address.city(), address.postcode()));
    lines.add(joined(address.subdivisionName(), address.subdivisionCode()));
    lines.add(address.countryCode());
    return lines;
  }

  private static String joined(String first, String second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return first + " " + second;
  }

  /** The tax id of the administration's scheme, with its suffix where it is not there already. */
  private String code(Party party, String base, String scheme) {
    String code = null;
    for (int i = 0; party != null && i < party.identifiers().size(); i++) {
      var identifier = party.identifiers().get(i);
      var at = "/identifiers/" + i;
      if (code == null && scheme != null && scheme.equals(identifier.schemeCode())) {
        var number = losses.clean(identifier.value(), base, at + "/value").replaceAll("[ .-]", "");
        var suffix = settings.consigneeSuffix();
        code = suffix.isEmpty() || number.length() > 9 ? number : number + suffix;
      } else {
        losses.noTarget(base, at, scheme == null ? "no code" : "one code of the scheme " + scheme);
      }
    }
    return code;
  }
}
