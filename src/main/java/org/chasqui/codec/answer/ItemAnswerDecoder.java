package org.chasqui.codec.answer;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/**
 * Reads XML answers in which one element stands for each item, wherever it stands: alone, in a SOAP
 * envelope or in a list. Elements are told by their local names, since published samples leave out
 * the namespaces that their schemas have.
 */
public abstract class ItemAnswerDecoder extends XmlAnswerDecoder {
  private final Set<String> elements;
  private final Pattern start;
  private final String expected;

  /**
   * For one format.
   *
   * @param expected what a document of the format is, for problems
   * @param elements local names of the elements, one of which stands for an item
   */
  protected ItemAnswerDecoder(String name, String expected, Set<String> elements) {
    super(name, expected);
    this.elements = elements;
    this.expected = expected;
    this.start = Pattern.compile("<([\\w.-]+:)?(" + String.join("|", elements) + ")[\\s/>]");
  }

  /** Tells what one element says of its item. */
  protected abstract void item(AnswerElement element, Answers answers);

  @Override
  protected final boolean recognises(String head) {
    return start.matcher(head).find();
  }

  @Override
  protected final Reader reader(DecodeContext context, Sink sink) {
    return new Answers(context, sink);
  }

  /** What is said in one document. */
  public final class Answers extends AnswerReading implements Reader {
    private final DecodeContext context;
    private final AnswerDecisions decisions;
    private final Sink sink;
    private int elementsRead;

    private Answers(DecodeContext context, Sink sink) {
      this.context = context;
      this.decisions = new AnswerDecisions(context);
      this.sink = sink;
    }

    public ProfileView view() {
      return context.view();
    }

    public AnswerDecisions decisions() {
      return decisions;
    }

    /** How many elements of items were begun, this one counted: its index in XPaths. */
    public int index() {
      return elementsRead;
    }

    /** Hands on a decision. */
    public void decided(CustomsDecision decision, Location status, List<Problem> found) {
      sink.item(decisions.decoded(next(), decision, status, found));
    }

    /** Hands on what makes no decision; the item may be unknown. */
    public void unusable(String itemId, List<Problem> found) {
      sink.item(AnswerDecisions.unusable(next(), itemId, found));
    }

    @Override
    public void document(XMLStreamReader xml) throws XMLStreamException {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && elements.contains(xml.getLocalName())) {
          var element = AnswerElement.read(xml);
          elementsRead++;
          item(element, this);
        }
      }
      if (elementsRead == 0) {
        problem(Problem.of(ProblemCode.UNREADABLE, AnswerValues.at("/*"), null, expected));
      }
    }
  }
}
