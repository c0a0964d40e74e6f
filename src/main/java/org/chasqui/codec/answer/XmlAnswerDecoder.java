package org.chasqui.codec.answer;

import com.ctc.wstx.exc.WstxEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.SourceFailure;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** What the decoders of XML answers share: recognition and how broken XML is told. */
public abstract class XmlAnswerDecoder extends AnswerDecoder {
  private static final XMLInputFactory XML = AnswerXml.factory();

  /** Reads one document of the format. */
  public interface Reader {
    /** Walks the document to its end. */
    void document(XMLStreamReader xml) throws XMLStreamException;

    /** Notes a fault of the document as a whole. */
    void problem(Problem problem);

    /** What was found. */
    DocumentEnd end();
  }

  /**
   * For one format.
   *
   * @param expected what a document of the format is, for problems
   */
  protected XmlAnswerDecoder(String name, String expected) {
    super(name, expected);
  }

  /** True when the first bytes, as text, are of the format. */
  protected abstract boolean recognises(String head);

  /** A reader of one document that hands on what it finds. */
  protected abstract Reader reader(DecodeContext context, Sink sink);

  @Override
  public final boolean recognises(byte[] head) {
    return recognises(new String(head, StandardCharsets.UTF_8));
  }

  @Override
  public final void decode(InputStream document, DecodeContext context, Sink sink)
      throws IOException {
    var reader = reader(context, sink);
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
