package org.chasqui.codec.upu.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.message.Document;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemDeclarationBuilder;
import org.chasqui.message.ItemTransport;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;

/** Makes the declaration of one view. */
final class DeclarationReader {
  private static final List<String> CLASSES = List.of("U", "C", "E", "T");
  private static final List<String> CATEGORIES = List.of("A", "B", "C", "D");

  private final DecodeContext context;

  DeclarationReader(DecodeContext context) {
    this.context = context;
  }

  Decoded read(int position, String itemId, CdsElement mail, CdsElement declaration) {
    var problems = new ArrayList<Problem>();
    var values = new CdsValues(context.view().zone(), problems);
    var data = declaration.at("Data");
    var extension = new HashMap<String, Object>();
    var item = builder(itemId, mail, declaration, values);
    var contents = new DeclarationContents(values);
    item(item, data, values);
    var pieces = contents.pieces(data);
    item.contents(pieces).declaredValue(DeclarationContents.sum(pieces));
    var category = contents.category(data, extension, problems);
    item.itemCategory(category)
        .itemCategoryExplanation(DeclarationContents.explanation(category, data));
    keep(extension, CdsExtension.HANDLING, values.text(data, "HandlingClassCd", 35));
    keep(extension, CdsExtension.LOCAL_ID_2, values.text(mail, "LocalId2", 35));
    item.extensions(DeclarationContents.extensions(extension, data.extraFields()));
    var built = item.build();
    return new Decoded(position, itemId, null, message(position, built), List.copyOf(problems));
  }

  private RegionalMessage message(int position, ItemDeclaration item) {
    var envelope =
        new Envelope(
            context.messageId(position),
            context.view().urn(),
            MessageKind.ITEM_DECLARATION,
            item.itemId(),
            context.receivedAt().toString(),
            context.recipientUrn(),
            DecodeContext.stableId("conversation/" + item.declarationId()),
            null,
            false,
            Map.of());
    return new RegionalMessage(envelope, item);
  }

  private ItemDeclarationBuilder builder(
      String itemId, CdsElement mail, CdsElement declaration, CdsValues values) {
    var id = values.code(declaration, "PId", CdsValues.UUID, "a guid");
    return ItemDeclaration.builder()
        .declarationId(
            id == null
                ? DecodeContext.stableId(context.view().urn() + "/declaration/" + itemId)
                : id.toLowerCase(Locale.ROOT))
        .version(1)
        .function(MessageFunction.ORIGINAL)
        .itemId(itemId)
        .localItemId(values.text(mail, "LocalId", 35))
        .originOperatorCode(operator(mail, "OrigPostOrgCd", values))
        .destinationOperatorCode(operator(mail, "DestPostOrgCd", values))
        .mailClassCode(values.oneOf(mail, "MailClassCd", CLASSES))
        .mailCategoryCode(values.oneOf(mail, "MailCategoryCd", CATEGORIES))
        .postingDateTime(values.time(mail, "PostingDt"));
  }

  private static String operator(CdsElement mail, String name, CdsValues values) {
    return values.code(mail, name, CdsValues.OPERATOR, "an operator code of 3");
  }

  private void item(ItemDeclarationBuilder item, CdsElement data, CdsValues values) {
    var persons = new PersonReader(values);
    var sender = data.at("Sender");
    var recipient = data.at("Recipient");
    item.originCountryCode(country(sender))
        .destinationCountryCode(country(recipient))
        .sender(persons.read(sender))
        .recipient(persons.read(recipient))
        .grossMass(values.mass(data, "GrossWeight"))
        .insuredValue(values.money(data, "InsuredValue", "InsuredValueCurrencyCd"))
        .postage(values.money(data, "Postage", "PostageCurrencyCd"))
        .documents(documents(data, values))
        .transport(transport(data, values));
  }

  /** A wrong one is told where the address is read. */
  private static String country(CdsElement person) {
    var code = person.text("CountryCd");
    return code != null && CdsValues.COUNTRY.matcher(code).matches() ? code : null;
  }

  private static List<Document> documents(CdsElement data, CdsValues values) {
    var documents = new ArrayList<Document>();
    for (var document : data.at("Documents").all("Document")) {
      var type = values.text(document, "DocumentType", 17);
      if (type != null) {
        var number = values.text(document, "DocumentId", 70);
        documents.add(new Document(type, number, null, null, null, Map.of()));
      }
    }
    return documents;
  }

  private static ItemTransport transport(CdsElement data, CdsValues values) {
    var mode = values.code(data, "TransportMode", CdsValues.CODE, "a code of transport");
    var date = values.time(data, "TransportDate");
    return mode == null && date == null
        ? null
        : new ItemTransport(null, null, mode, date, Map.of());
  }

  private static void keep(Map<String, Object> extension, String name, String text) {
    if (text != null) {
      extension.put(name, text);
    }
  }
}
