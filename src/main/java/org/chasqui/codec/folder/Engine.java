package org.chasqui.codec.folder;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.Configuration;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Saxon for one folder, shut in: style sheets read files of their folder and nothing else, call no
 * Java, see no environment and write one result. Thread-safe.
 */
final class Engine {
  /** Address of the functions that come with the program. */
  static final String FUNCTIONS = "chasqui:functions.xsl";

  private static final String FUNCTIONS_FILE = "functions.xsl";

  private final Path folder;
  private final Processor processor;

  Engine(Path folder) {
    this.folder = real(folder);
    var configuration = new Configuration();
    configuration.setBooleanProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
    configuration.setBooleanProperty(Feature.DISABLE_XSL_EVALUATE, true);
    configuration.setBooleanProperty(Feature.PRE_EVALUATE_DOC_FUNCTION, false);
    configuration.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "file");
    configuration.setConfigurationProperty(
        Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoEnvironment());
    configuration.setResourceResolver(this::resource);
    configuration.setUnparsedTextURIResolver(
        (uri, encoding, unused) -> new StringReader(text(uri)));
    configuration.setCollectionFinder(
        (context, uri) -> {
          throw outside(String.valueOf(uri));
        });
    // what a style sheet has to say is gathered by who runs it, never printed
    configuration.setErrorReporterFactory(unused -> error -> {});
    processor = new Processor(configuration);
    processor.registerExtensionFunction(new LocalTime());
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** There are no variables. */
  private static final class NoEnvironment implements net.sf.saxon.lib.EnvironmentVariableResolver {
    @Override
    public java.util.Set<String> getAvailableEnvironmentVariables() {
      return java.util.Set.of();
    }

    @Override
    public String getEnvironmentVariable(String name) {
      return null;
    }
  }

  Processor processor() {
    return processor;
  }

  /** The compiled style sheet; empty when it has faults, which are added. */
  Optional<XsltExecutable> compile(String file, List<FormatFault> faults) {
    var errors = new ArrayList<XmlProcessingError>();
    var compiler = processor.newXsltCompiler();
    compiler.setErrorReporter(errors::add);
    compiler.setResourceResolver(this::resource);
    try {
      var path = folder.resolve(file);
      Forbidden.check(folder, faults);
      return Optional.of(compiler.compile(source(path)));
    } catch (SaxonApiException e) {
      int before = faults.size();
      errors.stream().filter(error -> !error.isWarning()).forEach(e2 -> faults.add(fault(e2)));
      if (faults.size() == before) {
        faults.add(new FormatFault(name(file), 0, 0, "cannot be used: " + e.getMessage()));
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private FormatFault fault(XmlProcessingError error) {
    var at = error.getLocation();
    var code = error.getErrorCode() == null ? "" : error.getErrorCode().getLocalName() + " ";
    return new FormatFault(
        file(at.getSystemId()),
        Math.max(0, at.getLineNumber()),
        Math.max(0, at.getColumnNumber()),
        code + error.getMessage().strip().replaceAll("\\s+", " "));
  }

  /** The name of a file as faults tell it, by its address. */
  String file(String systemId) {
    if (systemId == null || systemId.startsWith("chasqui:")) {
      return systemId == null ? name(DefinitionFile.NAME) : systemId;
    }
    try {
      var path = Path.of(URI.create(systemId));
      return path.startsWith(folder) ? name(folder.relativize(path).toString()) : systemId;
    } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
      return systemId;
    }
  }

  String name(String file) {
    return folder.getFileName() + "/" + file;
  }

  /**
   * An XPath of the definition.
   *
   * @throws SaxonApiException with what is wrong with it
   */
  XPathExecutable xpath(String expression) throws SaxonApiException {
    var compiler = processor.newXPathCompiler();
    compiler.setAllowUndeclaredVariables(false);
    return compiler.compile(expression);
  }

  /** Files of the folder, and the functions of the program. */
  private Source resource(ResourceRequest request) throws XPathException {
    var uri = request.uri == null ? request.relativeUri : request.uri;
    if (FUNCTIONS.equals(uri) || FUNCTIONS.equals(request.relativeUri)) {
      var input = new InputSource(Engine.class.getResourceAsStream(FUNCTIONS_FILE));
      input.setSystemId(FUNCTIONS);
      return new SAXSource(reader(), input);
    }
    try {
      return source(inside(uri));
    } catch (IOException e) {
      throw outside(uri);
    }
  }

  private String text(URI uri) throws XPathException {
    try {
      return Files.readString(inside(uri.toString()));
    } catch (IOException e) {
      throw outside(uri.toString());
    }
  }

  private Path inside(String uri) throws XPathException, IOException {
    try {
      var path = Path.of(URI.create(uri)).toRealPath();
      if (path.startsWith(folder)) {
        return path;
      }
      throw outside(uri);
    } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException notAFile) {
      throw outside(uri);
    }
  }

  private static XPathException outside(String uri) {
    return new XPathException("not a file of the format's folder: " + uri, "FODC0002");
  }

  private static Source source(Path path) throws IOException {
    var input = new InputSource(Files.newInputStream(path));
    input.setSystemId(path.toUri().toString());
    return new SAXSource(reader(), input);
  }

  /** A reader that takes no document type, so no entity. */
  static XMLReader reader() {
    try {
      var factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newSAXParser().getXMLReader();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's parser has this feature", e);
    }
  }
}
