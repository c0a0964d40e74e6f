package org.chasqui.codec.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Finds instructions that a style sheet of a format may not have. */
final class Forbidden extends DefaultHandler {
  private static final String XSL = "http://www.w3.org/1999/XSL/Transform";

  /** They write more than one result, run text as code, or read what no one bounded. */
  private static final Set<String> INSTRUCTIONS =
      Set.of("result-document", "evaluate", "source-document", "use-package", "import-schema");

  private final String file;
  private final List<FormatFault> faults;
  private Locator locator;

  private Forbidden(String file, List<FormatFault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /** Adds a fault for each of them in any style sheet of the folder. */
  static void check(Path folder, List<FormatFault> faults) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Forbidden::isStyleSheet).sorted().toList()) {
        check(folder.getFileName() + "/" + file.getFileName(), file, faults);
      }
    }
  }

  private static boolean isStyleSheet(Path file) {
    var name = file.getFileName().toString();
    return name.endsWith(".xsl") || name.endsWith(".xslt");
  }

  private static void check(String name, Path file, List<FormatFault> faults) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var reader = Engine.reader();
      var forbidden = new Forbidden(name, faults);
      reader.setContentHandler(forbidden);
      reader.setErrorHandler(forbidden);
      reader.parse(new InputSource(in));
    } catch (SAXException notXml) {
      // the compiler tells it, with its place
      return;
    }
  }

  @Override
  public void setDocumentLocator(Locator where) {
    locator = where;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    if (XSL.equals(uri) && INSTRUCTIONS.contains(name)) {
      var fault =
          new FormatFault(
              file,
              locator.getLineNumber(),
              locator.getColumnNumber(),
              "xsl:" + name + " is not allowed in a format");
      if (!faults.contains(fault)) {
        faults.add(fault);
      }
    }
  }
}
