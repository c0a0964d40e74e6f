package org.chasqui.codec.upu.services;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerReading;
import org.chasqui.codec.answer.XmlAnswerDecoder;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** Walks the mail items of a document and hands on a declaration and the events of each. */
final class MailItemReader extends AnswerReading implements XmlAnswerDecoder.Reader {

  /** The element of each part of an event. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "number", "TNCd",
          "date", "Date",
          "retention", "RetentionReasonCd",
          "nonDelivery", "NonDeliveryReasonCd",
          "measure", "NonDeliveryMeasureCd");

  private final DecodeContext context;
  private final Decoder.Sink sink;
  private final IpsMessages messages;
  private int mailItems;

  MailItemReader(DecodeContext context, Decoder.Sink sink) {
    this.context = context;
    this.sink = sink;
    this.messages = new IpsMessages(context);
  }

  @Override
  public void document(XMLStreamReader xml) throws XMLStreamException {
    boolean known = false;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      var name = xml.getLocalName();
      known |= name.equals("ips");
      if (known && name.equals("MailItem")) {
        var id = xml.getAttributeValue(null, "ItemId");
        item(id, CdsElement.read(xml, "/ips/MailItem[" + ++mailItems + "]"));
      }
    }
    if (!known) {
      problem(
          Problem.of(
              ProblemCode.UNREADABLE, new Location.AtXPath("/*", null), null, "ips with MailItem"));
    }
  }

  private void item(String id, CdsElement item) {
    var itemId = id == null ? "" : id.strip();
    if (itemId.isEmpty() || itemId.length() > 35) {
      var problem = Problem.of(ProblemCode.SCHEMA, item.location(), null, "ItemId: an item id");
      sink.item(AnswerDecisions.unusable(next(), null, List.of(problem)));
      return;
    }
    var events = item.at("ItemEvent").all("IPSEvent");
    if (item.holdsMoreThan("ItemEvent") || events.isEmpty()) {
      var found = new ArrayList<Problem>();
      var declaration = new MailItemDeclaration(context.view(), found).of(itemId, item);
      sink.item(messages.decoded(next(), itemId, declaration, found));
    }
    for (var event : events) {
      event(itemId, event);
    }
  }

  private void event(String itemId, CdsElement event) {
    var found = new ArrayList<Problem>();
    var read =
        new IpsEvents(context.view(), found)
            .of(given(itemId, event), part -> event.at(FIELDS.get(part)).location());
    sink.item(messages.decoded(next(), itemId, read, found));
  }

  private static IpsEvents.Given given(String itemId, CdsElement event) {
    var rest = new LinkedHashMap<String, Object>();
    for (var name : List.of("ConditionCd", "UserFid", "WorkstationFid")) {
      if (event.text(name) != null) {
        rest.put(name, event.text(name));
      }
    }
    return new IpsEvents.Given(
        itemId,
        event.text("TNCd"),
        event.text("Date"),
        null,
        event.text("OfficeCd"),
        event.text("RetentionReasonCd"),
        event.text("NonDeliveryReasonCd"),
        event.text("NonDeliveryMeasureCd"),
        null,
        null,
        null,
        List.of(),
        rest);
  }
}
