package org.chasqui.codec.upu;

import static java.util.Map.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.DocumentHead;
import org.chasqui.codec.Origin;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactLexer;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.codec.edifact.InterchangeHead;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.InterchangeReport;
import org.chasqui.codec.edifact.Segment;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.Envelope;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.ReferralResponse;
import org.chasqui.message.RegionalData;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.TrackingEvent;

/**
 * Reads interchanges of postal and customs messages: one regional message for each item, or for
 * each part of it. {@link DocumentEnd#acknowledgement()} is the {@link InterchangeReport} that
 * {@link ControlMessage} writes as CONTRL.
 */
public final class UpuDecoder implements Decoder {
  private static final int MOST_PROBLEMS = 1_000;

  private interface Reading {
    Parts read(InterchangeReader.Item item, DecodeContext context);
  }

  private static final Map<String, Reading> READINGS =
      Map.ofEntries(
          entry("ITMATT", UpuDecoder::declaration),
          entry("CUSITM", UpuDecoder::declaration),
          entry("CUSCAR", (item, in) -> Parts.one(new CuscarReader(item, in.view()).declaration())),
          entry("CUSRSP", (item, in) -> Parts.one(new CusrspReader(item, in.view()).decision())),
          entry("CUSRES", (item, in) -> Parts.one(new CusrspReader(item, in.view()).decision())),
          entry("EMSEVT", (item, in) -> new EmsevtReader(item, in.view()).events()),
          entry("PREDES", (item, in) -> new DispatchReader(item, in.view()).preadvice()),
          entry("PRECON", (item, in) -> new DispatchReader(item, in.view()).preadvice()),
          entry("RESDES", (item, in) -> new ReceiptReader(item, in.view()).events()),
          entry("RESCON", (item, in) -> new ReceiptReader(item, in.view()).events()),
          entry("IFTSTA", (item, in) -> new ResditReader(item, in.view()).events()),
          entry("IFCSUM", (item, in) -> new CarditReader(item, in.view()).preadvices()),
          entry("ITMREF", (item, in) -> Parts.one(new ItmrefReader(item, in.view()).referral())),
          entry("REFRSP", (item, in) -> Parts.one(new RefrspReader(item, in.view()).response())),
          entry("CONTRL", (item, in) -> new ControlReader(item, in).acknowledgements()));

  private static Parts declaration(InterchangeReader.Item item, DecodeContext context) {
    return Parts.one(new ItmattReader(item, context.view()).declaration());
  }

  private final Definitions definitions;

  /** Layouts of types that it has no reading for are passed over: their messages are refused. */
  UpuDecoder(Definitions definitions) {
    this.definitions = definitions.only(READINGS.keySet());
  }

  @Override
  public String name() {
    return "upu-edifact";
  }

  @Override
  public boolean recognises(byte[] head) {
    int i = 0;
    while (i < head.length && (isBlank(head[i]) || isByteOrderMark(head, i))) {
      i += isBlank(head[i]) ? 1 : 3;
    }
    boolean service = head.length - i >= 3 && head[i] == 'U' && head[i + 1] == 'N';
    return service && (head[i + 2] == 'A' || head[i + 2] == 'B');
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\r' || b == '\n' || b == '\t';
  }

  private static boolean isByteOrderMark(byte[] head, int i) {
    return i + 2 < head.length
        && head[i] == (byte) 0xEF
        && head[i + 1] == (byte) 0xBB
        && head[i + 2] == (byte) 0xBF;
  }

  @Override
  public DocumentHead head(byte[] head) {
    var reader = new HeadReader();
    try {
      EdifactLexer.lex(new ByteArrayInputStream(head), reader);
    } catch (IOException e) {
      throw new UncheckedIOException("an array has no broken I/O", e);
    }
    return reader.result();
  }

  @Override
  public void decode(InputStream document, DecodeContext context, Sink sink) throws IOException {
    InterchangeReader.read(document, definitions, new Items(context, sink));
  }

  /** Takes UNB alone. */
  private static final class HeadReader implements EdifactLexer.Handler {
    private final List<Problem> problems = new ArrayList<>();
    private InterchangeHead unb;

    @Override
    public void segment(Segment segment) {
      if (segment.number() > 1) {
        return;
      }
      if (!segment.tag().equals("UNB") || segment.state() != Segment.State.WHOLE) {
        problem(0, ProblemCode.UNREADABLE, "no whole UNB", "UNB");
        return;
      }
      unb = InterchangeHead.of(segment);
      need(unb.sender(), 2, "sender (0004)");
      need(unb.recipient(), 3, "recipient (0010)");
      need(unb.reference(), 5, "reference (0020)");
    }

    private void need(String value, int element, String expected) {
      if (value == null) {
        problem(element, ProblemCode.ELEMENT_MISSING, "nothing", expected);
      }
    }

    private void problem(int element, ProblemCode code, String found, String expected) {
      var location = new Location.InEdifact(null, 1, "UNB", element, 0);
      problems.add(Problem.of(code, location, found, expected));
    }

    @Override
    public void fault(Fault fault) {
      problems.add(fault.problem());
    }

    DocumentHead result() {
      if (unb == null && problems.isEmpty()) {
        problem(0, ProblemCode.UNREADABLE, "nothing after UNA", "UNB");
      }
      return unb == null
          ? new DocumentHead(null, null, null, false, false, problems)
          : new DocumentHead(
              unb.sender(),
              unb.recipient(),
              unb.reference(),
              unb.test(),
              unb.acknowledge(),
              problems);
    }
  }

  /** Makes messages of the items of one interchange. */
  private static final class Items implements InterchangeReader.Sink {
    private final DecodeContext context;
    private final Sink sink;
    private final Repeats repeats = new Repeats();
    private int position;

    Items(DecodeContext context, Sink sink) {
      this.context = context;
      this.sink = sink;
    }

    @Override
    public int item(InterchangeReader.Item item) {
      var parts = READINGS.get(item.message().type()).read(item, context);
      repeats.check(item);
      // reading it may find a fault too, so it comes before the faults are shared out
      var made = new ItemReader(item).time(item.header(), "137", context.view().zone());
      var time = made == null ? context.receivedAt().toString() : made;
      if (parts.all().isEmpty()) {
        return part(item, time, null, item.faults(), item.origin());
      }
      var shares = parts.shares(item.faults());
      int used = 0;
      for (int i = 0; i < parts.all().size(); i++) {
        var part = parts.all().get(i);
        var origin = item.origin().part(part.from(), part.to());
        used += part(item, time, part.data(), shares.get(i), origin);
      }
      return used;
    }

    private int part(
        InterchangeReader.Item item,
        String time,
        RegionalData data,
        List<Fault> faults,
        Origin origin) {
      position++;
      boolean used = data != null && faults.stream().noneMatch(Fault::isError);
      var message = used ? new RegionalMessage(envelope(item, time, data), data) : null;
      var reference = item.message().reference();
      var key = key(item, data);
      sink.item(new Decoded(position, key, reference, message, problems(faults), origin));
      return used ? 1 : 0;
    }

    /**
     * What the message calls itself; of an item that gave nothing what stands where its id does.
     */
    private static String key(InterchangeReader.Item item, RegionalData data) {
      if (data != null && data.businessKey() != null) {
        return data.businessKey();
      }
      var segments = item.group().segments();
      return segments.isEmpty() ? null : segments.getFirst().text(2);
    }

    private static List<Problem> problems(List<Fault> faults) {
      if (faults.isEmpty()) {
        return List.of();
      }
      return faults.stream().map(Fault::problem).toList();
    }

    private Envelope envelope(InterchangeReader.Item item, String time, RegionalData data) {
      return new Envelope(
          context.messageId(position),
          context.view().urn(),
          data.kind(),
          subject(data),
          time,
          names(data) ? addressee(item) : context.recipientUrn(),
          Conversation.of(data),
          null,
          item.interchange().test(),
          Map.of());
    }

    /** Referrals and answers have ids of their own, but are about an item. */
    private static String subject(RegionalData data) {
      return switch (data) {
        case CustomsReferral referral -> referral.scope().subject();
        case ReferralResponse response -> response.scope().subject();
        default -> data.businessKey();
      };
    }

    private static boolean names(RegionalData data) {
      return data instanceof TrackingEvent
          || data instanceof DispatchPreadvice
          || data instanceof CustomsReferral;
    }

    /**
     * The operator of NAD+MR; the gateway finds the parties of declarations and decisions itself.
     */
    private String addressee(InterchangeReader.Item item) {
      var nad = item.header().first("NAD", 1, 1, "MR");
      return nad != null && nad.segment().is(2, 3, PartyIds.AGENCY)
          ? PartyIds.urn(nad.text(2)).orElse(context.recipientUrn())
          : context.recipientUrn();
    }

    @Override
    public void end(InterchangeReport report) {
      var problems = new ArrayList<Problem>();
      report.faults().forEach(fault -> problems.add(fault.problem()));
      for (var group : report.groups()) {
        group.faults().forEach(fault -> problems.add(fault.problem()));
      }
      for (var message : report.messages()) {
        message.own().forEach(fault -> problems.add(fault.problem()));
      }
      var most = problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS));
      sink.end(new DocumentEnd(position, List.copyOf(most), report));
    }
  }
}
