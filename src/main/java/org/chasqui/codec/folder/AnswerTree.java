package org.chasqui.codec.folder;

import com.ctc.wstx.exc.WstxEOFException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stax.StAXSource;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.chasqui.codec.LossList;
import org.chasqui.codec.answer.AnswerXml;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/**
 * A document as the tree that a template sees: XML as it is; JSON as {@link JsonElements} maps it,
 * in an element {@code json} ({@code json} with elements {@code element} for a list at the top);
 * text in an element {@code text}.
 *
 * @param root null when the document cannot be read
 * @param problem why; null when it can
 */
record AnswerTree(XdmNode root, Problem problem) {
  private static final XMLInputFactory XML = AnswerXml.factory();
  private static final JsonFactory JSON = new JsonFactory();

  static AnswerTree of(Engine engine, String as, byte[] document) {
    try {
      return new AnswerTree(
          switch (as) {
            case "json" -> json(engine, document);
            case "text" -> text(engine, document);
            default -> xml(engine, document);
          },
          null);
    } catch (XMLStreamException e) {
      return new AnswerTree(null, unreadable(e));
    } catch (JsonProcessingException e) {
      var at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
      return new AnswerTree(null, problem(e instanceof JsonEOFException, at, "JSON"));
    } catch (CharConversionException e) {
      return new AnswerTree(null, problem(false, 0, "JSON in UTF-8"));
    } catch (CharacterCodingException e) {
      return new AnswerTree(null, problem(false, 0, "text in UTF-8"));
    } catch (SaxonApiException e) {
      return new AnswerTree(null, unreadable(e));
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  private static XdmNode xml(Engine engine, byte[] document)
      throws XMLStreamException, SaxonApiException {
    var reader = XML.createXMLStreamReader(new ByteArrayInputStream(document));
    return engine.processor().newDocumentBuilder().build(new StAXSource(reader));
  }

  private static XdmNode json(Engine engine, byte[] document)
      throws IOException, XMLStreamException, SaxonApiException {
    var xml = engine.processor().newDocumentBuilder().newBuildingStreamWriter();
    xml.setCheckValues(false);
    xml.writeStartDocument();
    try (var json = JSON.createParser(document)) {
      var elements = new JsonElements(xml, json, new ArrayList<>());
      xml.writeStartElement("json");
      if (json.nextToken() == JsonToken.START_OBJECT) {
        elements.properties();
      } else if (json.currentToken() == JsonToken.START_ARRAY) {
        elements.value("element", -1);
      } else {
        throw new com.fasterxml.jackson.core.JsonParseException(json, "neither object nor list");
      }
      if (json.nextToken() != null) {
        throw new com.fasterxml.jackson.core.JsonParseException(json, "more than one value");
      }
      xml.writeEndElement();
    }
    xml.writeEndDocument();
    return xml.getDocumentNode();
  }

  private static XdmNode text(Engine engine, byte[] document)
      throws XMLStreamException, SaxonApiException, CharacterCodingException {
    var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    var xml = engine.processor().newDocumentBuilder().newBuildingStreamWriter();
    xml.writeStartDocument();
    xml.writeStartElement("text");
    xml.writeCharacters(LossList.byPointer().clean(text, "", ""));
    xml.writeEndElement();
    xml.writeEndDocument();
    return xml.getDocumentNode();
  }

  private static Problem unreadable(Throwable fault) {
    for (var cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof XMLStreamException e) {
        var at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharacterOffset());
        return problem(e instanceof WstxEOFException, at, "XML 1.0 without document type");
      }
    }
    return problem(false, 0, "XML 1.0 without document type");
  }

  private static Problem problem(boolean truncated, long at, String expected) {
    return Problem.of(
        truncated ? ProblemCode.TRUNCATED : ProblemCode.UNREADABLE,
        new Location.AtByte(at),
        null,
        truncated ? "the end of the document" : expected);
  }
}
