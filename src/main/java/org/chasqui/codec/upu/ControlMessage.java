package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.edifact.CharacterFit;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.codec.edifact.InterchangeHead;
import org.chasqui.codec.edifact.InterchangeReport;
import org.chasqui.codec.edifact.MessageHead;
import org.chasqui.codec.edifact.SyntaxLevel;
import org.chasqui.message.Location;

/**
 * Writes what became of an interchange as CONTRL. Action codes (UN 0083) and errors (UN 0085) are
 * those of the UN list D.96B: 7 acknowledged, 2 acknowledged with errors reported (a message of
 * which items are lost), 4 rejected. The form {@code CONTRL:D:3:UN} and the counting of 0098 (the
 * tag is 1) are recalled; how posts use CONTRL is not public (upu-postal-edi §6).
 */
public final class ControlMessage {
  private static final String TYPE_NAME = "CONTRL";
  private static final String ACKNOWLEDGED = "7";
  private static final String WITH_ERRORS = "2";
  private static final String REJECTED = "4";
  private static final Set<String> SERVICE =
      Set.of("UNA", "UNB", "UNG", "UNH", "UNT", "UNE", "UNZ");
  private static final int SEGMENTS = 999;
  private static final int ELEMENTS = 99;
  private static final int REFERENCE = 14;
  private static final int ID = 35;
  private static final int QUALIFIER = 4;
  private static final int TYPE = 6;
  private static final int VERSION = 3;
  private static final int AGENCY = 2;

  private final EdifactWriter writer;
  private final InterchangeReport report;
  private final CharacterFit fit;

  private ControlMessage(EdifactWriter writer, InterchangeReport report, SyntaxLevel level) {
    this.writer = writer;
    this.report = report;
    this.fit = new CharacterFit(level);
  }

  /**
   * The CONTRL to the sender of an interchange; empty when its UNB does not say what to answer, and
   * for an interchange of CONTRL alone, which is never answered by another.
   *
   * @param report {@code DocumentEnd.acknowledgement()} of {@link UpuDecoder}
   * @param context the view is that of the sender of the interchange
   */
  public static Optional<byte[]> write(InterchangeReport report, EncodeContext context) {
    var head = report.head();
    boolean told = head.sender() != null && head.recipient() != null && head.reference() != null;
    if (!told || isAnswer(report)) {
      return Optional.empty();
    }
    var outgoing = new Outgoing(context);
    var writer = outgoing.begin(TYPE_NAME, head.test(), false);
    writer.beginMessage(new MessageHead(null, TYPE_NAME, "D", "3", "UN", null));
    new ControlMessage(writer, report, outgoing.level()).content(head);
    writer.endMessage();
    return Optional.of(writer.endInterchange());
  }

  private static boolean isAnswer(InterchangeReport report) {
    return !report.messages().isEmpty()
        && report.messages().stream().allMatch(message -> TYPE_NAME.equals(message.head().type()));
  }

  private void content(InterchangeHead head) {
    var fault = first(report.faults());
    writer
        .segment("UCI")
        .element(told(head.reference(), REFERENCE))
        .element(told(head.sender(), ID), fitted(head.senderQualifier(), QUALIFIER))
        .element(told(head.recipient(), ID), fitted(head.recipientQualifier(), QUALIFIER))
        .element(report.refused() ? REJECTED : ACKNOWLEDGED);
    level(fault);
    messages(0);
    report.groups().forEach(this::group);
  }

  /** Group 3 of CONTRL: a functional group and after it its messages. */
  private void group(InterchangeReport.FunctionalGroup group) {
    var head = group.head();
    writer
        .segment("UCF")
        .element(told(head.reference(), REFERENCE))
        .element(party(head.sender(), head.senderQualifier()))
        .element(party(head.recipient(), head.recipientQualifier()))
        .element(group.refused() ? REJECTED : ACKNOWLEDGED);
    level(first(group.faults()));
    messages(group.number());
  }

  private void messages(int group) {
    report.messages().stream().filter(message -> message.group() == group).forEach(this::message);
  }

  private void message(InterchangeReport.Message message) {
    var errors = message.faults().stream().filter(Fault::isError).toList();
    var head = message.head();
    writer
        .segment("UCM")
        .element(told(head.reference(), REFERENCE))
        .element(
            told(head.type(), TYPE),
            told(head.version(), VERSION),
            told(head.release(), VERSION),
            told(head.agency(), AGENCY),
            fitted(head.association(), TYPE))
        .element(message.refused() ? REJECTED : errors.isEmpty() ? ACKNOWLEDGED : WITH_ERRORS);
    level(errors.stream().filter(ControlMessage::isService).findFirst().orElse(null));
    segments(errors.stream().filter(fault -> !isService(fault)).toList());
  }

  /** A party of a group, which may be left open; a qualifier alone says nothing. */
  private List<String> party(String id, String qualifier) {
    return id == null ? List.of() : List.of(told(id, ID), fitted(qualifier, QUALIFIER));
  }

  /** What must be told: a value that is not there is told as 0. */
  private String told(String value, int most) {
    return value == null ? "0" : fitted(value, most);
  }

  /** A value of the other interchange in the length and the characters that it may have here. */
  private String fitted(String value, int most) {
    if (value == null) {
      return "";
    }
    var fitted = fit.fit(value);
    return fitted.length() <= most ? fitted : fitted.substring(0, most);
  }

  private static Fault first(List<Fault> faults) {
    return faults.stream().filter(Fault::isError).findFirst().orElse(null);
  }

  private static boolean isService(Fault fault) {
    return fault.problem().location() instanceof Location.InEdifact at
        && at.tag() != null
        && SERVICE.contains(at.tag());
  }

  /** 0085, then the service segment (0013, which has codes for no others) and the element in it. */
  private void level(Fault fault) {
    if (fault != null) {
      writer.element(code(fault));
      if (isService(fault) && fault.problem().location() instanceof Location.InEdifact at) {
        writer.element(at.tag());
        if (at.element() > 0) {
          writer.element(position(at));
        }
      }
    }
    writer.end();
  }

  private void segments(List<Fault> faults) {
    var bySegment = new TreeMap<Integer, List<Fault>>();
    for (var fault : faults) {
      if (fault.problem().location() instanceof Location.InEdifact at) {
        bySegment.computeIfAbsent(at.segment(), segment -> new ArrayList<>()).add(fault);
      }
    }
    bySegment.entrySet().stream().limit(SEGMENTS).forEach(this::segment);
  }

  private void segment(Map.Entry<Integer, List<Fault>> segment) {
    var whole = segment.getValue().stream().filter(fault -> at(fault).element() == 0).findFirst();
    writer.segment("UCS").element(String.valueOf(segment.getKey()));
    whole.ifPresent(fault -> writer.element(code(fault)));
    writer.end();
    segment.getValue().stream()
        .filter(fault -> at(fault).element() > 0)
        .limit(ELEMENTS)
        .forEach(
            fault -> writer.segment("UCD").element(code(fault)).element(position(at(fault))).end());
  }

  private static Location.InEdifact at(Fault fault) {
    return (Location.InEdifact) fault.problem().location();
  }

  private static String code(Fault fault) {
    return String.valueOf(fault.error().code());
  }

  private static List<String> position(Location.InEdifact at) {
    var element = String.valueOf(at.element() + 1);
    return at.component() > 0 ? List.of(element, String.valueOf(at.component())) : List.of(element);
  }
}
