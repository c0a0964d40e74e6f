package org.chasqui.codec.wco;

import com.ctc.wstx.exc.WstxEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.AnswerDecisions;
import org.chasqui.codec.AnswerXml;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentHead;
import org.chasqui.codec.SourceFailure;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/**
 * Reads each WCO {@code Response} 07B as a decision, or as the refusal of a declaration with the
 * places that its pointers name (wco-and-canonical-model §1.6). Elements are told by their local
 * names: namespaces differ by country, and published samples of answers have none.
 */
final class ResponseDecoder implements Decoder {
  private static final Pattern RESPONSE = Pattern.compile("<([\\w.-]+:)?Response[\\s>]");
  private static final XMLInputFactory XML = AnswerXml.factory();

  @Override
  public String name() {
    return "wco-response";
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(AnswerDecisions.STATUS_MAP);
  }

  @Override
  public boolean recognises(byte[] head) {
    var text = new String(head, StandardCharsets.UTF_8);
    return text.contains("MetaData") && RESPONSE.matcher(text).find();
  }

  @Override
  public DocumentHead head(byte[] head) {
    var problems =
        recognises(head)
            ? List.<Problem>of()
            : List.of(problem(ProblemCode.UNREADABLE, 0, "MetaData with Response"));
    return new DocumentHead(null, null, null, false, false, problems);
  }

  @Override
  public void decode(InputStream document, DecodeContext context, Sink sink) throws IOException {
    var reader = new ResponseReader(context, sink);
    var guarded = new SourceFailure(document);
    try {
      reader.document(XML.createXMLStreamReader(guarded));
    } catch (XMLStreamException e) {
      guarded.rethrow();
      reader.problem(located(e));
    }
    sink.end(reader.end());
  }

  private static Problem located(XMLStreamException e) {
    var location = e.getLocation();
    long offset = location == null ? 0 : Math.max(0, location.getCharacterOffset());
    return e instanceof WstxEOFException
        ? problem(ProblemCode.TRUNCATED, offset, "the end of the document")
        : problem(ProblemCode.UNREADABLE, offset, "XML 1.0 without document type");
  }

  private static Problem problem(ProblemCode code, long offset, String expected) {
    return Problem.of(code, new Location.AtByte(offset), null, expected);
  }
}
