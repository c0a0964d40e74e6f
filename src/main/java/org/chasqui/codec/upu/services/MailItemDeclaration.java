package org.chasqui.codec.upu.services;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.upu.ImpcZones;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemDeclarationBuilder;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Money;
import org.chasqui.message.Problem;

/**
 * Makes a declaration of one mail item. What stands in its parties and contents is not public: the
 * names of the declaration service, the UPU's too, are read there (ours). What is missing is told
 * by the regional schema.
 */
final class MailItemDeclaration {
  private static final List<String> CLASSES = List.of("U", "C", "E", "T");
  private static final List<String> KEPT =
      List.of("CustomNo", "DutiableInd", "Content", "PostalStatusFcd");

  private final ProfileView view;
  private final List<Problem> problems;

  MailItemDeclaration(ProfileView view, List<Problem> problems) {
    this.view = view;
    this.problems = problems;
  }

  ItemDeclaration of(String itemId, CdsElement item) {
    var extension = new LinkedHashMap<String, Object>();
    var origin = item.text("OrigCountryCd");
    var zone = ImpcZones.builtIn().zone(origin).orElse(view.zone());
    var values = new CdsValues(zone, problems);
    var persons = new PersonReader(values);
    var contents = new DeclarationContents(values);
    var category = contents.category(item, extension, problems);
    KEPT.forEach(name -> keep(extension, name, item.text(name)));
    var builder =
        ItemDeclaration.builder()
            .declarationId(DecodeContext.stableId(view.urn() + "/declaration/" + itemId))
            .itemId(itemId)
            .sender(persons.read(item.at("Sender")))
            .recipient(persons.read(item.at("Addressee")))
            .grossMass(values.mass(item, "ItemWeight"))
            .declaredValue(value(item, values, extension))
            .itemCategory(category)
            .itemCategoryExplanation(DeclarationContents.explanation(category, item))
            .contents(contents.pieces(item))
            .postingDateTime(values.time(item, "PostingDt"));
    return codes(builder, item, values)
        .extensions(extension.isEmpty() ? Map.of() : Map.of("upu.ips", extension))
        .build();
  }

  private static ItemDeclarationBuilder codes(
      ItemDeclarationBuilder builder, CdsElement item, CdsValues values) {
    return builder
        .version(1)
        .function(MessageFunction.ORIGINAL)
        .localItemId(values.text(item, "LocalId", 35))
        .originOperatorCode(
            values.code(item, "OperatorCd", CdsValues.OPERATOR, "an operator code of 3"))
        .originCountryCode(
            values.code(item, "OrigCountryCd", CdsValues.COUNTRY, "a country of 2 letters"))
        .destinationCountryCode(
            values.code(item, "DestCountryCd", CdsValues.COUNTRY, "a country of 2 letters"))
        .mailClassCode(values.oneOf(item, "ClassCd", CLASSES))
        .mailSubclassCode(
            values.code(item, "SubclassCd", CdsValues.SUBCLASS, "a subclass of 2 characters"));
  }

  /** The dutiable value is what customs is told; another value of the item is kept beside it. */
  private static Money value(CdsElement item, CdsValues values, Map<String, Object> extension) {
    if (item.text("DutiableValue") == null) {
      return item.text("Value") == null ? null : values.money(item, "Value", "CurrencyCd");
    }
    if (!Objects.equals(item.text("Value"), item.text("DutiableValue"))) {
      keep(extension, "Value", item.text("Value"));
    }
    return values.money(item, "DutiableValue", "CurrencyCd");
  }

  private static void keep(Map<String, Object> extension, String name, String text) {
    if (text != null) {
      extension.put(name, text);
    }
  }
}
