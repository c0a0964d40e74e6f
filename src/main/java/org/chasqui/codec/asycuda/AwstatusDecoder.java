package org.chasqui.codec.asycuda;

import com.ctc.wstx.exc.WstxEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
 * Reads the status document {@code Awstatus} and the check of a file {@code Awcheck}. Both are
 * ours: no answer of ASYCUDA World to a postal bill is published (docs/formats/asycuda.md).
 */
final class AwstatusDecoder implements Decoder {
  private static final Pattern ROOT = Pattern.compile("<(Awstatus|Awcheck)[\\s/>]");
  private static final XMLInputFactory XML = AnswerXml.factory();

  @Override
  public String name() {
    return "asycuda-status";
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(AnswerDecisions.STATUS_MAP);
  }

  @Override
  public boolean recognises(byte[] head) {
    return ROOT.matcher(new String(head, StandardCharsets.UTF_8)).find();
  }

  @Override
  public DocumentHead head(byte[] head) {
    var problems =
        recognises(head)
            ? List.<Problem>of()
            : List.of(problem(ProblemCode.UNREADABLE, 0, "Awstatus or Awcheck"));
    return new DocumentHead(null, null, null, false, false, problems);
  }

  @Override
  public void decode(InputStream document, DecodeContext context, Sink sink) throws IOException {
    var reader = new AwstatusReader(context, sink);
    var guarded = new SourceFailure(document);
    XMLStreamReader xml = null;
    try {
      xml = XML.createXMLStreamReader(guarded);
      reader.document(xml);
    } catch (XMLStreamException e) {
      guarded.rethrow();
      reader.problem(located(e, xml));
    }
    sink.end(reader.end());
  }

  private static Problem located(XMLStreamException e, XMLStreamReader xml) {
    var location = e.getLocation();
    long offset = location == null ? 0 : Math.max(0, location.getCharacterOffset());
    boolean early = e instanceof WstxEOFException && xml != null;
    return problem(
        early ? ProblemCode.TRUNCATED : ProblemCode.UNREADABLE,
        offset,
        early ? "the end of the document" : "XML 1.0 without document type");
  }

  private static Problem problem(ProblemCode code, long offset, String expected) {
    return Problem.of(code, new Location.AtByte(offset), null, expected);
  }
}
