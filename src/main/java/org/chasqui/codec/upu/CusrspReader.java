package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.DutyAmounts;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.StatusReason;
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
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RateUnit;
import org.chasqui.message.Reason;
import org.chasqui.message.ReassessedContent;

/**
 * Reads an item of CUSRSP as a customs decision (upu-messages-interim-guide, CUSRSP), and a CUSRES
 * of the UN, whose references stand in groups of their own.
 */
final class CusrspReader {
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

  CusrspReader(InterchangeReader.Item item, ProfileView view) {
    this.item = item;
    this.group = item.group();
    this.view = view;
    this.values = new ItemReader(item);
    this.zone = ImpcZones.builtIn().zone(view.countryCode()).orElse(view.zone());
  }

  /** The decision; what is wrong with it stands in the faults of the item afterwards. */
  CustomsDecision decision() {
    var decision = said();
    var settled = DutyAmounts.settled(decision);
    if (settled.status() != decision.status()) {
      values.pass(
          ProblemCode.TARGET_NEEDS, group.first("GIS"), 1, 4, "no amounts", DutyAmounts.EXPECTED);
    }
    var gis = group.first("GIS");
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
        .totalPayable(values.money(group, "9"))
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

  /** The first segment with a qualifier, of the item itself or of its references. */
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
    return null;
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
    var loc = group.first("LOC", 1, 1, "22");
    return loc == null ? null : loc.text(2);
  }

  private Authority authority() {
    var nad = item.header().first("NAD", 1, 1, "MS");
    return new Authority(
        view.countryCode(), nad == null ? null : nad.text(2), AgencyType.CUSTOMS, null);
  }

  /** The first GIS; a code without meaning here leaves the decision provisional. */
  private DecisionStatus status() {
    var gis = group.first("GIS");
    if (gis == null) {
      return null;
    }
    var status = DecisionCodes.status(gis.text(1, 1), gis.text(1, 4));
    if (status == null && gis.text(1, 1) != null) {
      values.pass(
          ProblemCode.CODE_WITHOUT_TARGET, gis, 1, 1, gis.text(1, 1), "a code of a decision");
    }
    return status;
  }

  private String sourceStatus() {
    var all = group.all("GIS");
    if (all.size() < 2) {
      return null;
    }
    var gis = all.get(1);
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
      if (!isFee(tax)) {
        var rate = Decimal.read(tax.trigger().text(5, 4)).orElse(null);
        duties.add(
            Duty.builder()
                .typeCode(tax.trigger().text(2, 1))
                .typeName(tax.trigger().text(2, 4))
                .rate(rate)
                .rateUnit(rate == null ? null : RateUnit.PERCENT)
                .payable(values.money(tax, "55"))
                .baseAmount(values.money(tax, "40"))
                .build());
      }
    }
    return duties;
  }

  private List<Fee> fees() {
    var fees = new ArrayList<Fee>();
    for (var tax : group.groups("tax")) {
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
      lines.add(line(line, line.trigger()));
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
