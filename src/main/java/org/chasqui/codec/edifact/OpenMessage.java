package org.chasqui.codec.edifact;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.message.Location;
import org.chasqui.message.ProblemCode;

/** The message that is being read: its place, its faults and its reader. */
final class OpenMessage {
  private final InterchangeHead interchange;
  private final MessageHead head;
  private final int group;
  private final long start;
  private final InterchangeReader.Sink sink;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> own = new FaultList();
  private MessageDefinition definition;
  private MessageReader reader;
  private int position = 1;
  private int lost;
  private int used;

  OpenMessage(InterchangeHead interchange, Segment unh, int group, InterchangeReader.Sink sink) {
    this.interchange = interchange;
    this.head = MessageHead.of(unh);
    this.group = group;
    this.start = unh.number();
    this.sink = sink;
  }

  /** Chooses the definition; without one the message is refused. */
  void begin(MessageSegment unh, Definitions definitions) {
    if (head.reference() == null) {
      add(ProblemCode.ELEMENT_MISSING, SyntaxError.MISSING, unh.at(1, 0), "nothing", "0062");
    }
    var type = head.type() == null ? "" : head.type();
    definition = definitions.find(type, head.association(), interchange.sender()).orElse(null);
    if (definition == null) {
      var spoken = definitions.messages().stream().map(MessageDefinition::type).distinct().toList();
      add(
          ProblemCode.MESSAGE_TYPE,
          SyntaxError.MESSAGE_NOT_SUPPORTED,
          unh.at(2, 1),
          type.length() <= 6 ? type : "length " + type.length(),
          String.join(", ", spoken));
      return;
    }
    near(unh, 2, head.version(), definition.version());
    near(unh, 3, head.release(), definition.release());
    near(unh, 4, head.agency(), definition.agency());
    near(unh, 5, head.association(), definition.association());
    reader = new MessageReader(definition, this::item);
  }

  /** Its reference was used before: its items are lost, those of the first are not. */
  void refuseRepeated(MessageSegment unh) {
    var fault =
        Fault.of(
            ProblemCode.DUPLICATE_REFERENCE,
            SyntaxError.DUPLICATE,
            unh.at(1, 0),
            shown(unh.text(1)),
            "a reference that no message before it has");
    keepOwn(fault);
    if (reader != null) {
      reader.refuse(fault);
    }
  }

  private static String shown(String reference) {
    return reference.length() <= 14 ? reference : "length " + reference.length();
  }

  private void near(MessageSegment unh, int component, String found, String expected) {
    if (expected != null && !expected.equals(found)) {
      keepOwn(
          Fault.warning(
              ProblemCode.MESSAGE_TYPE,
              SyntaxError.MESSAGE_NOT_SUPPORTED,
              unh.at(2, component),
              found == null ? "nothing" : found,
              expected));
    }
  }

  /** Takes a segment between UNH and UNT. */
  void segment(Segment segment) {
    var placed = place(segment.keep());
    if (reader != null) {
      reader.segment(placed);
    }
  }

  /** Gives the next segment its place. */
  MessageSegment place(Segment segment) {
    position++;
    return new MessageSegment(segment, head.reference(), position);
  }

  /** Ends with UNT. */
  void end(Segment segment) {
    var unt = place(segment);
    if (reader != null) {
      reader.end(unt);
    }
    if (!String.valueOf(position).equals(plain(unt.text(1)))) {
      var found = unt.text(1);
      add(
          ProblemCode.ENVELOPE,
          SyntaxError.COUNT_DIFFERS,
          unt.at(1, 0),
          found == null ? "nothing" : found,
          position + " segments");
    }
    if (head.reference() != null && !head.reference().equals(unt.text(2))) {
      var found = unt.text(2) == null ? "nothing" : unt.text(2);
      add(
          ProblemCode.ENVELOPE,
          SyntaxError.REFERENCES_DIFFER,
          unt.at(2, 0),
          found,
          head.reference());
    }
  }

  /** A count without leading zeros. */
  static String plain(String number) {
    return number == null ? null : number.replaceFirst("^0+(?=.)", "");
  }

  /** Breaks off before UNT: the item under way is lost. */
  void abort(Fault fault) {
    if (reader != null) {
      reader.abort(fault);
    }
    keepOwn(fault);
  }

  /** Where the last segment stood. */
  Location last() {
    return new Location.InEdifact(head.reference(), position, null, 0, 0);
  }

  private void item(Group header, Group item, List<Fault> found) {
    var origin = new ItemOrigin(head, group, start, definition, item);
    int given =
        sink.item(
            new InterchangeReader.Item(interchange, head, definition, header, item, found, origin));
    lost += given == 0 ? 1 : 0;
    used += given;
    found.forEach(this::keep);
  }

  private void add(
      ProblemCode code, SyntaxError error, Location location, String found, String expected) {
    keepOwn(Fault.of(code, error, location, found, expected));
  }

  private void keepOwn(Fault fault) {
    if (!own.contains(fault)) {
      own.add(fault);
    }
    keep(fault);
  }

  private void keep(Fault fault) {
    if (faults.size() < InterchangeReport.MOST && !faults.contains(fault)) {
      faults.add(fault);
    }
  }

  int items() {
    return reader == null ? 0 : reader.items();
  }

  int lost() {
    return lost;
  }

  InterchangeReport.Message report() {
    if (reader != null) {
      reader.faults().forEach(this::keepOwn);
    }
    boolean refused = reader == null || (items() > 0 && items() == lost);
    return new InterchangeReport.Message(
        head, group, start, items(), lost, used, refused, List.copyOf(own), List.copyOf(faults));
  }
}
