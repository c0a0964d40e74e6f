package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.DutyAmounts;
import org.chasqui.codec.answer.StatusReason;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.AgencyType;
import org.chasqui.message.Authority;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Duty;
import org.chasqui.message.Fee;
import org.chasqui.message.Money;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RateUnit;
import org.chasqui.message.Reason;
import org.chasqui.message.ReassessedContent;

/**
 * Reads an item of CUSRSP as a customs decision (upu-messages-interim-guide, CUSRSP), and one of
 * CUSRES of the UN: a document (DOC) of it, for which the head of the message may speak, or the
 * message itself, whose references stand in groups of their own.
 */
final class CusrspReader {
  private static final String UN_MESSAGE = "CUSRES";
  private static final int TEXT = 512;
  private static final int HS = 6;

  /** Lists of the reason that stands in for one that is not given. */
  private static final String UN_STATUS = "un:7365";

  private static final String AUTHORITY_STATUS = "decision-status";
  private static final int TARIFF = 14;

  private final InterchangeReader.Item item;
  private final Group group;
  private final ProfileView view;
  private final ItemReader values;
  private final ZoneId zone;
  private final List<MessageSegment> status;

  CusrspReader(InterchangeReader.Item item, ProfileView view) {
    this.item = item;
    this.group = item.group();
    this.view = view;
    this.values = new ItemReader(item);
    this.zone = ImpcZones.builtIn().zone(view.countryCode()).orElse(view.zone());
    this.status = group.first("GIS") == null ? item.header().all("GIS") : group.all("GIS");
  }

  /** The decision; what is wrong with it stands in the faults of the item afterwards. */
  CustomsDecision decision() {
    var decision = said();
    var settled = DutyAmounts.settled(decision);
    if (settled.status() != decision.status()) {
      values.pass(
          ProblemCode.TARGET_NEEDS, status.getFirst(), 1, 4, "no amounts", DutyAmounts.EXPECTED);
    }
    var gis = status.isEmpty() ? null : status.getFirst();
    var source = settled.sourceStatusCode();
    return source == null && gis != null
        ? StatusReason.given(settled, gis.text(1, 1), UN_STATUS)
        : StatusReason.given(settled, source, AUTHORITY_STATUS);
  }

  private CustomsDecision said() {
    var itemId = itemId();
    var status = status();
    var decided = time("148");
    var duties = duties();
    return CustomsDecision.builder()
        .decisionId(decisionId(itemId))
        .version(1)
        .declaration(declaration(itemId))
        .status(status == null ? DecisionStatus.REGISTERED : status)
        .provisional(status == null ? Boolean.TRUE : null)
        .sourceStatusCode(sourceStatus())
        .sourceStatusText(text())
        .decidedAt(decided == null ? values.time(item.header(), "137", zone) : decided)
        .effectiveAt(time("7"))
        .releasedAt(status == DecisionStatus.RELEASED ? decided : null)
        .actionDueAt(time("63"))
        .customsOfficeCode(office())
        .authority(authority())
        .reasons(reasons())
        .duties(duties)
        .dutiable(duties.isEmpty() ? null : Boolean.TRUE)
        .fees(fees())
        .totalPayable(total())
        .reassessedContents(lines())
        .build();
  }

  /** Of CUSRES the transport document (RFF+AAS), else the number of the message. */
  private String itemId() {
    var rff = first("RFF", "AAS");
    if (rff != null && rff.text(1, 2) != null && !group.groups("reference").isEmpty()) {
      return rff.text(1, 2);
    }
    return group.segments().isEmpty() ? null : group.trigger().text(2);
  }

  private String time(String qualifier) {
    var dtm = first("DTM", qualifier);
    return dtm == null ? null : values.time(dtm, zone);
  }

  /** The first segment with a qualifier, of the item, of its references or of the head. */
  private MessageSegment first(String tag, String qualifier) {
    var own = group.first(tag, 1, 1, qualifier);
    if (own != null) {
      return own;
    }
    for (var reference : group.groups("reference")) {
      var found = reference.first(tag, 1, 1, qualifier);
      if (found != null) {
        return found;
      }
    }
    return tag.equals("RFF") ? null : item.header().first(tag, 1, 1, qualifier);
  }

  /** In a group of its own where the message is that of the UN. */
  private Money total() {
    for (var amount : group.groups("amount")) {
      if (amount.first("MOA", 1, 1, "9") != null) {
        return values.money(amount, "9");
      }
    }
    return values.money(group, "9");
  }

  private DeclarationReference declaration(String itemId) {
    var rff = first("RFF", "ABT");
    var customsReference = rff == null ? null : rff.text(1, 2);
    return new DeclarationReference(itemId, null, null, customsReference, null);
  }

  private String decisionId(String itemId) {
    var interchange = item.interchange();
    return DecodeContext.stableId(
        "decision/"
            + interchange.sender()
            + "/"
            + interchange.reference()
            + "/"
            + item.message().reference()
            + "/"
            + itemId);
  }

  private String text() {
    var text = group.first("FTX", 1, 1, "ACB");
    return values.cut(text, 4, ItemReader.joined(text, 4), TEXT);
  }

  private String office() {
    var loc = first("LOC", "22");
    return loc == null ? null : loc.text(2);
  }

  private Authority authority() {
    var nad = item.header().first("NAD", 1, 1, "MS");
    for (var party : item.header().groups("party")) {
      nad = nad == null ? party.first("NAD", 1, 1, "MS") : nad;
    }
    return new Authority(
        view.countryCode(), nad == null ? null : nad.text(2), AgencyType.CUSTOMS, null);
  }

  /** The first GIS; a code without meaning here leaves the decision provisional. */
  private DecisionStatus status() {
    if (status.isEmpty()) {
      if (item.message().type().equals(UN_MESSAGE) && !group.segments().isEmpty()) {
        values.missing(group.trigger(), "GIS");
      }
      return null;
    }
    var gis = status.getFirst();
    var said = DecisionCodes.status(gis.text(1, 1), gis.text(1, 4));
    if (said == null && gis.text(1, 1) != null) {
      values.pass(
          ProblemCode.CODE_WITHOUT_TARGET, gis, 1, 1, gis.text(1, 1), "a code of a decision");
    }
    return said;
  }

  private String sourceStatus() {
    if (status.size() < 2) {
      return null;
    }
    var gis = status.get(1);
    return gis.text(1, 4) == null ? gis.text(1, 1) : gis.text(1, 4);
  }

  private List<Reason> reasons() {
    var reasons = new ArrayList<Reason>();
    for (var ftx : group.all("FTX")) {
      if (ftx.segment().is(1, 1, "AAI")) {
        var text = values.cut(ftx, 4, ItemReader.joined(ftx, 4), TEXT);
        reasons.add(new Reason(ftx.text(3, 1), ftx.text(3, 2), text, ftx.text(5), null));
      }
    }
    for (var error : group.groups("error")) {
      var text = ItemReader.joined(error.first("FTX"), 4);
      for (var erc : error.all("ERC")) {
        reasons.add(new Reason(erc.text(1, 1), erc.text(1, 2), text, null, null));
      }
    }
    return reasons;
  }

  private List<Duty> duties() {
    var duties = new ArrayList<Duty>();
    for (var tax : group.groups("tax")) {
      duty(tax, null, duties);
    }
    for (var line : group.groups("line")) {
      for (var tax : line.groups("tax")) {
        var sequence = values.whole(line.trigger(), 1, 1);
        duty(tax, sequence == null || sequence == 0 ? null : sequence, duties);
      }
    }
    return duties;
  }

  private void duty(Group tax, Integer line, List<Duty> duties) {
    if (!isFee(tax)) {
      var rate = Decimal.read(tax.trigger().text(5, 4)).orElse(null);
      duties.add(
          Duty.builder()
              .lineSequence(line)
              .typeCode(tax.trigger().text(2, 1))
              .typeName(tax.trigger().text(2, 4))
              .rate(rate)
              .rateUnit(rate == null ? null : RateUnit.PERCENT)
              .payable(values.money(tax, "55"))
              .baseAmount(values.money(tax, "40"))
              .build());
    }
  }

  private List<Fee> fees() {
    var fees = new ArrayList<Fee>();
    var taxes = new ArrayList<>(group.groups("tax"));
    group.groups("line").forEach(line -> taxes.addAll(line.groups("tax")));
    for (var tax : taxes) {
      if (isFee(tax)) {
        fees.add(new Fee(tax.trigger().text(2, 1), values.money(tax, "55"), null, null));
      }
    }
    return fees;
  }

  private static boolean isFee(Group tax) {
    return tax.trigger().segment().is(1, 1, "6");
  }

  private List<ReassessedContent> lines() {
    var lines = new ArrayList<ReassessedContent>();
    for (var line : group.groups("line")) {
      // one that only holds taxes says nothing of the contents
      if (line.trigger().text(2) != null || line.first("FTX") != null) {
        lines.add(line(line, line.trigger()));
      }
    }
    return lines;
  }

  private ReassessedContent line(Group line, MessageSegment cst) {
    var ftx = line.first("FTX");
    var code = cst.text(2);
    boolean digits = Forms.digits(code, HS, TARIFF);
    if (code != null && !digits) {
      values.pass(ProblemCode.HS_CODE, cst, 2, 1, "length " + code.length(), "6 to 14 digits");
    }
    return new ReassessedContent(
        values.whole(cst, 1, 1),
        digits ? code.substring(0, HS) : null,
        digits && code.length() > HS ? code : null,
        null,
        values.cut(ftx, 4, ItemReader.joined(ftx, 4), TEXT),
        null,
        null);
  }
}
