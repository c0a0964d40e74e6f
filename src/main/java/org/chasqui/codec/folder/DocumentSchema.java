package org.chasqui.codec.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.chasqui.message.Location;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The schema of a folder's documents, XSD 1.0 or JSON Schema 2020-12. Thread-safe. */
sealed interface DocumentSchema {

  /** The most faults that are told of one document. */
  int MOST_FAULTS = 50;

  /** What is against the schema; empty for a valid document. */
  List<Fault> faults(byte[] document);

  /**
   * A place that is against the schema.
   *
   * @param line in the document counted from 1; 0 when it is not known
   * @param rule name of the schema's rule that does not hold
   * @param text in words, which may quote the document: never for a log
   */
  record Fault(Location location, int line, String rule, String text) {}

  /** Reads a schema; empty when it cannot be used, which is added to the faults. */
  static Optional<DocumentSchema> read(Path file, String name, List<FormatFault> faults) {
    try {
      return Optional.of(name.endsWith(".xsd") ? Xsd.of(file) : Json.of(file));
    } catch (SAXParseException e) {
      faults.add(new FormatFault(name, e.getLineNumber(), e.getColumnNumber(), e.getMessage()));
    } catch (SAXException e) {
      faults.add(new FormatFault(name, 0, 0, "is no XSD: " + e.getMessage()));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      faults.add(new FormatFault(name, at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()));
    } catch (IOException | RuntimeException e) {
      faults.add(new FormatFault(name, 0, 0, "is no schema: " + e.getMessage()));
    }
    return Optional.empty();
  }

  /** Documents in XML. A parser costs as much as parsing an answer, so those made are kept. */
  final class Xsd implements DocumentSchema {
    private final Schema schema;
    private final Queue<SAXParser> idle = new ConcurrentLinkedQueue<>();

    private Xsd(Schema schema) {
      this.schema = schema;
    }

    static Xsd of(Path file) throws SAXException {
      var factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      // a schema may be cut into files, which come from here and nowhere else
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
      return new Xsd(factory.newSchema(new StreamSource(file.toFile())));
    }

    @Override
    public List<Fault> faults(byte[] document) {
      var watch = new Watch();
      try {
        var parser = parser();
        parser.parse(new InputSource(new ByteArrayInputStream(document)), watch);
        // one that broke off is not used again
        idle.add(parser);
      } catch (SAXParseException e) {
        watch.add(e, "not-well-formed");
      } catch (SAXException e) {
        watch.found.add(new Fault(Location.WHOLE, 0, "not-well-formed", e.getMessage()));
      } catch (ParserConfigurationException | IOException e) {
        throw new IllegalStateException("reading from memory cannot fail", e);
      }
      return watch.found;
    }

    private SAXParser parser() throws ParserConfigurationException, SAXException {
      var kept = idle.poll();
      if (kept != null) {
        return kept;
      }
      var factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setSchema(schema);
      return factory.newSAXParser();
    }

    /** Follows the parser to know in which element a fault is. */
    private static final class Watch extends DefaultHandler {
      private final List<Fault> found = new ArrayList<>();
      private final Deque<String> path = new ArrayDeque<>();

      @Override
      public void startElement(String uri, String name, String qualified, Attributes attributes) {
        path.addLast(name);
      }

      @Override
      public void endElement(String uri, String name, String qualified) {
        path.removeLast();
      }

      @Override
      public void error(SAXParseException fault) {
        var message = fault.getMessage();
        int colon = message.indexOf(':');
        add(fault, colon > 0 ? message.substring(0, colon) : "schema");
      }

      private void add(SAXParseException fault, String rule) {
        if (found.size() < MOST_FAULTS) {
          var at = new Location.AtXPath("/" + String.join("/", path), null);
          found.add(new Fault(at, fault.getLineNumber(), rule, fault.getMessage()));
        }
      }
    }
  }

  /** Documents in JSON. */
  record Json(JsonSchema schema) implements DocumentSchema {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaValidatorsConfig CONFIG =
        SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .build();

    static Json of(Path file) throws IOException {
      // without a loader of its own the factory would fetch what a schema names
      var factory =
          JsonSchemaFactory.getInstance(
              SpecVersion.VersionFlag.V202012,
              builder -> builder.schemaLoaders(loaders -> loaders.add(iri -> () -> nothing(iri))));
      var schema = factory.getSchema(MAPPER.readTree(Files.readString(file)), CONFIG);
      schema.initializeValidators();
      return new Json(schema);
    }

    private static java.io.InputStream nothing(Object iri) throws IOException {
      throw new IOException("a schema of a format names no other: " + iri);
    }

    @Override
    public List<Fault> faults(byte[] document) {
      try {
        return schema.validate(MAPPER.readTree(document)).stream()
            .limit(MOST_FAULTS)
            .map(
                message ->
                    new Fault(
                        new Location.AtPointer(message.getInstanceLocation().toString()),
                        0,
                        message.getType(),
                        message.getMessage()))
            .toList();
      } catch (JsonProcessingException e) {
        var at = e.getLocation();
        return List.of(
            new Fault(
                new Location.AtByte(Math.max(0, at.getByteOffset())),
                at.getLineNr(),
                "not-well-formed",
                e.getOriginalMessage()));
      } catch (IOException e) {
        throw new IllegalStateException("reading from memory cannot fail", e);
      }
    }
  }
}
