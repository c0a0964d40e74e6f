package org.chasqui.codec.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.value.DateTimeValue;

/**
 * One compiled style sheet of a folder. A run has a time ({@link BoundedRuns}) and an amount of
 * output that it may not pass. Thread-safe.
 */
final class Stylesheet {
  private static final int MOST_OUTPUT = 64 << 20;

  private final Engine engine;
  private final String file;
  private final XsltExecutable executable;
  private final Duration longest;
  private final BoundedRuns runs;
  private final long mostInTree;

  Stylesheet(Engine engine, String file, XsltExecutable executable, Duration longest) {
    this(engine, file, executable, longest, MOST_OUTPUT);
  }

  /** With another bound on result trees: elements, attributes and characters together. */
  Stylesheet(
      Engine engine, String file, XsltExecutable executable, Duration longest, long mostInTree) {
    this.mostInTree = mostInTree;
    this.engine = engine;
    this.file = file;
    this.executable = executable;
    this.longest = longest;
    this.runs = new BoundedRuns(engine.name(file), longest);
  }

  /** How a run ended. */
  sealed interface Result {

    /**
     * It gave a result.
     *
     * @param bytes as serialised; empty when a tree was asked for
     * @param tree null when bytes were asked for
     */
    record Done(byte[] bytes, XdmNode tree, List<Note> notes) implements Result {}

    /**
     * It failed.
     *
     * @param place file, line and column in the folder
     * @param code of the error (XPath and XSLT error codes)
     * @param text may quote what was sent: for who writes the style sheet, never for a log
     */
    record Failed(FormatFault place, String code, String text) implements Result {}
  }

  /** Runs it over a document, serialised as its {@code xsl:output} says. */
  Result write(XdmNode input, Instant at, Map<QName, XdmValue> parameters) {
    return bounded(
        () -> {
          var out = new BoundedOutput();
          var notes = new ArrayList<Note>();
          var transformer = transformer(input, at, parameters, notes);
          transformer.applyTemplates(input, transformer.newSerializer(out));
          return new Result.Done(out.toByteArray(), null, notes);
        });
  }

  /** Runs it over a document to a tree. */
  Result read(XdmNode input, Instant at, Map<QName, XdmValue> parameters) {
    return bounded(
        () -> {
          var tree = new BoundedTree(mostInTree);
          var notes = new ArrayList<Note>();
          transformer(input, at, parameters, notes).applyTemplates(input, tree);
          return new Result.Done(new byte[0], tree.getXdmNode(), notes);
        });
  }

  private Xslt30Transformer transformer(
      XdmNode input, Instant at, Map<QName, XdmValue> parameters, List<Note> notes)
      throws SaxonApiException {
    var transformer = executable.load30();
    transformer.setStylesheetParameters(parameters);
    transformer.setGlobalContextItem(input);
    transformer.setMessageHandler(message -> Note.add(message, notes));
    transformer.setErrorReporter(error -> {});
    transformer.setResultDocumentHandler(
        uri -> {
          throw new SaxonApiUncheckedException(
              new SaxonApiException("a format writes one result, not " + uri));
        });
    try {
      // no clock: the same arguments give the same bytes
      transformer
          .getUnderlyingController()
          .setCurrentDateTime(DateTimeValue.fromZonedDateTime(at.atZone(ZoneOffset.UTC)));
    } catch (XPathException e) {
      throw new IllegalStateException("a new controller takes a time", e);
    }
    return transformer;
  }

  private interface Run {
    Result.Done run() throws SaxonApiException;
  }

  private Result bounded(Run run) {
    return runs.run(() -> guarded(run)).orElseGet(this::tooLong);
  }

  private Result tooLong() {
    var rule = "did not end within " + longest.toSeconds() + " s of processor time";
    return new Result.Failed(new FormatFault(engine.name(file), 0, 0, rule), "TIME", rule);
  }

  /** What the style sheet does to itself is its failure, not the gateway's. */
  private Result guarded(Run run) {
    try {
      return run.run();
    } catch (SaxonApiException e) {
      return failed(e);
    } catch (SaxonApiUncheckedException e) {
      return e.getCause() instanceof SaxonApiException cause ? failed(cause) : memory(e.toString());
    } catch (StackOverflowError | OutOfMemoryError e) {
      return memory(e.getClass().getSimpleName());
    }
  }

  private Result memory(String text) {
    return new Result.Failed(new FormatFault(engine.name(file), 0, 0, text), "MEMORY", text);
  }

  private Result failed(SaxonApiException e) {
    var code = e.getErrorCode() == null ? "XSLT" : e.getErrorCode().getLocalName();
    var text = e.getMessage() == null ? code : e.getMessage();
    var column = 0;
    if (e.getCause() instanceof XPathException cause && cause.getLocator() != null) {
      column = Math.max(0, cause.getLocator().getColumnNumber());
    }
    var at = e.getSystemId() == null ? engine.name(file) : engine.file(e.getSystemId());
    return new Result.Failed(
        new FormatFault(at, Math.max(0, e.getLineNumber()), column, code), code, text);
  }

  /** Holds a document of bounded size. */
  private static final class BoundedOutput extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(4096);

    @Override
    public void write(int b) throws IOException {
      check(1);
      kept.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      check(length);
      kept.write(bytes, from, length);
    }

    /** What Saxon expects of a stream: of any other exception it makes a defect of its own. */
    private void check(int more) throws IOException {
      if (kept.size() + more > MOST_OUTPUT) {
        throw new IOException("more than " + (MOST_OUTPUT >> 20) + " MB of output");
      }
    }

    byte[] toByteArray() {
      return kept.toByteArray();
    }
  }
}
