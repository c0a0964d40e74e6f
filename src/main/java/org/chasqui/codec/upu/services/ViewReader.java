package org.chasqui.codec.upu.services;

import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerReading;
import org.chasqui.codec.answer.XmlAnswerDecoder;
import org.chasqui.message.Location;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.PartyRole;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/**
 * Walks the views of a document: of customs the responses are read, of a post the declarations.
 * Views without what the sender is heard for are passed over.
 */
final class ViewReader extends AnswerReading implements XmlAnswerDecoder.Reader {
  private final Decoder.Sink sink;
  private final boolean ofCustoms;
  private final ResponseReader responses;
  private final DeclarationReader declarations;
  private int views;

  ViewReader(DecodeContext context, Decoder.Sink sink) {
    this.sink = sink;
    this.ofCustoms =
        PartyAddress.parse(context.view().urn())
            .filter(party -> party.role() == PartyRole.CUSTOMS)
            .isPresent();
    this.responses = new ResponseReader(new AnswerDecisions(context), context.view());
    this.declarations = new DeclarationReader(context);
  }

  @Override
  public void document(XMLStreamReader xml) throws XMLStreamException {
    boolean known = false;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        var name = xml.getLocalName();
        known |= isOfViews(name);
        if (name.equals("CDSView")) {
          view(CdsElement.read(xml, "//CDSView[" + ++views + "]"));
        } else if (name.equals("Fault")) {
          known = true;
          fault(CdsElement.read(xml, "//Fault"));
        }
      }
    }
    if (!known) {
      var location = new Location.AtXPath("/*", null);
      problem(Problem.of(ProblemCode.UNREADABLE, location, null, "CDSView"));
    }
  }

  private static boolean isOfViews(String name) {
    return name.equals("CDSView") || name.equals("cdsViews") || name.equals("LoadResult");
  }

  private void fault(CdsElement fault) {
    problem(
        Problem.of(
            ProblemCode.PARTNER, fault.location(), fault.at("Code").text("Value", 40), "views"));
  }

  private void view(CdsElement view) {
    var wanted = view.at(ofCustoms ? "Response" : "Declaration");
    if (wanted.isEmpty()) {
      return;
    }
    int position = next();
    var mail = view.at("MailObject");
    var itemId = mail.text("Id", 35);
    if (itemId == null) {
      var problem = Problem.of(ProblemCode.SCHEMA, mail.at("Id").location(), null, "an item id");
      sink.item(AnswerDecisions.unusable(position, null, List.of(problem)));
    } else if (ofCustoms) {
      sink.item(responses.read(position, itemId, wanted));
    } else {
      sink.item(declarations.read(position, itemId, mail, wanted));
    }
  }
}
