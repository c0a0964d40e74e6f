package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Duty;
import org.chasqui.message.Fee;
import org.chasqui.message.Money;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RateUnit;
import org.chasqui.message.Reason;
import org.chasqui.message.ReassessedContent;

/** Writes one customs decision as a DOC group and notes what the layout has no place for. */
final class DecisionWriter {
  private static final int REFERENCE = 35;
  private static final int TEXTS = 5;
  private static final int REASONS = 8;
  private static final int CODE = 3;
  private static final int LONG_CODE = 17;
  private static final int OFFICE = 25;
  private static final String OTHER_TAX = "OTH";

  private final EdifactWriter writer;
  private final Losses losses;
  private final ProfileView view;
  private final Form form;

  /**
   * What differs between the messages that carry decisions.
   *
   * @param text length of a text (4440)
   * @param taxesInLines true when taxes stand with a line (CST), 0 being the item as a whole
   */
  record Form(int text, boolean taxesInLines) {
    static final Form CUSRSP = new Form(512, false);
    static final Form CUSRES = new Form(70, true);
  }

  DecisionWriter(EdifactWriter writer, Losses losses, ProfileView view, Form form) {
    this.writer = writer;
    this.losses = losses;
    this.view = view;
    this.form = form;
  }

  /** Notes what the layout cannot do without; true when there is such. */
  static boolean missing(CustomsDecision decision, Losses losses) {
    var itemId = decision.declaration() == null ? null : decision.declaration().itemId();
    if (itemId == null || itemId.length() > REFERENCE) {
      losses.add(ProblemCode.TARGET_NEEDS, "/declaration/itemId", null, "1 to 35 characters");
      return true;
    }
    if (decision.status() == null) {
      losses.add(ProblemCode.TARGET_NEEDS, "/status", null, "status");
      return true;
    }
    return false;
  }

  void decision(CustomsDecision decision) {
    declaration(decision.declaration());
    reasons(decision.reasons());
    if (decision.sourceStatusText() != null) {
      var parts =
          losses.parts("/sourceStatusText", decision.sourceStatusText(), form.text(), TEXTS);
      writer.segment("FTX").element("ACB").element("").element("").element(parts).end();
    }
    if (decision.customsOfficeCode() != null) {
      var office = losses.text("/customsOfficeCode", decision.customsOfficeCode(), OFFICE);
      writer.segment("LOC").element("22").element(office).end();
    }
    times(decision);
    status(decision);
    money("9", "/totalPayable", decision.totalPayable());
    boolean whole = decision.duties().stream().anyMatch(duty -> isOf(duty, 0));
    if (form.taxesInLines() && (whole || !decision.fees().isEmpty())) {
      writer.segment("CST").element("0").end();
    }
    duties(decision, 0);
    for (int i = 0; i < decision.fees().size(); i++) {
      fee("/fees/" + i, decision.fees().get(i));
    }
    lines(decision);
    unplaced(decision);
  }

  /** Of the item as a whole, or of a line where taxes stand with theirs. */
  private boolean isOf(Duty duty, int line) {
    int own = duty.lineSequence() == null || !form.taxesInLines() ? 0 : duty.lineSequence();
    return own == line;
  }

  private void duties(CustomsDecision decision, int line) {
    for (int i = 0; i < decision.duties().size(); i++) {
      if (isOf(decision.duties().get(i), line)) {
        duty("/duties/" + i, decision.duties().get(i));
      }
    }
  }

  /** Reassessed contents with the duties on them, then the lines that have duties alone. */
  private void lines(CustomsDecision decision) {
    var open = new TreeSet<Integer>();
    if (form.taxesInLines()) {
      decision.duties().stream()
          .filter(duty -> !isOf(duty, 0))
          .forEach(duty -> open.add(duty.lineSequence()));
    }
    for (int i = 0; i < decision.reassessedContents().size(); i++) {
      var line = decision.reassessedContents().get(i);
      line("/reassessedContents/" + i, line);
      if (open.remove(line.lineSequence())) {
        duties(decision, line.lineSequence());
      }
    }
    for (int sequence : open) {
      writer.segment("CST").element(String.valueOf(sequence)).end();
      duties(decision, sequence);
    }
  }

  private void declaration(DeclarationReference declaration) {
    var id = losses.text("/declaration/itemId", declaration.itemId(), REFERENCE);
    writer.segment("DOC").element("976").element(id).end();
    if (declaration.customsReference() != null) {
      var pointer = "/declaration/customsReference";
      var reference = losses.text(pointer, declaration.customsReference(), REFERENCE);
      writer.segment("RFF").element("ABT", reference).end();
    }
  }

  private void reasons(List<Reason> reasons) {
    for (int i = 0; i < reasons.size(); i++) {
      var reason = reasons.get(i);
      var at = "/reasons/" + i;
      if (i >= REASONS) {
        losses.noTarget(at, reason);
        continue;
      }
      var list = shorter(at + "/listId", reason.listId(), CODE);
      var language = shorter(at + "/languageCode", reason.languageCode(), CODE);
      var code = losses.text(at + "/code", reason.code(), LONG_CODE);
      if (code == null) {
        losses.noTarget(at + "/listId", list);
      }
      writer
          .segment("FTX")
          .element("AAI")
          .element("")
          .element(code, code == null ? null : list)
          .element(losses.parts(at + "/text", reason.text(), form.text(), TEXTS))
          .element(language)
          .end();
      losses.noTarget(at, reason.other());
    }
  }

  private String shorter(String pointer, String value, int most) {
    boolean fits = value == null || value.length() <= most;
    losses.noTarget(pointer, fits ? null : value);
    return fits ? value : null;
  }

  private void times(CustomsDecision decision) {
    var country = decision.authority() == null ? null : decision.authority().countryCode();
    var zone = ImpcZones.builtIn().zone(country).orElse(view.zone());
    time("148", "/decidedAt", decision.decidedAt(), zone);
    time("7", "/effectiveAt", decision.effectiveAt(), zone);
    time("63", "/actionDueAt", decision.actionDueAt(), zone);
    boolean same =
        decision.releasedAt() != null && decision.releasedAt().equals(decision.decidedAt());
    losses.noTarget("/releasedAt", same ? null : decision.releasedAt());
  }

  private void time(String qualifier, String pointer, String time, ZoneId zone) {
    if (time != null) {
      LocalTime.write(time, zone)
          .ifPresentOrElse(
              local -> writer.segment("DTM").element(qualifier, local.get(0), local.get(1)).end(),
              () -> losses.noTarget(pointer, time));
    }
  }

  private void status(CustomsDecision decision) {
    var name = DecisionCodes.name(decision.status());
    boolean shown = name == null || name.length() <= LONG_CODE;
    losses.noTarget("/status", shown ? null : name);
    writer
        .segment("GIS")
        .element(DecisionCodes.code(decision), null, null, shown ? name : null)
        .end();
    var source = losses.text("/sourceStatusCode", decision.sourceStatusCode(), LONG_CODE);
    if (source != null) {
      var list = decision.authority() == null ? null : decision.authority().countryCode();
      boolean fits = source.length() <= CODE;
      writer.segment("GIS").element(fits ? source : "ZZZ", list, "ZZZ", fits ? null : source).end();
    }
  }

  private void duty(String at, Duty duty) {
    boolean percent = duty.rate() != null && duty.rateUnit() == RateUnit.PERCENT;
    tax("1", at, duty.typeCode(), duty.typeName(), percent ? duty.rate() : null);
    money("55", at + "/payable", duty.payable());
    money("40", at + "/baseAmount", duty.baseAmount());
    losses.noTarget(at + "/rate", percent ? null : duty.rate());
    losses.noTarget(at + "/lineSequence", form.taxesInLines() ? null : duty.lineSequence());
    losses.noTarget(at + "/baseQuantity", duty.baseQuantity());
    boolean same = duty.assessed() != null && duty.assessed().equals(duty.payable());
    losses.noTarget(at + "/assessed", same ? null : duty.assessed());
    losses.noTarget(at + "/regimeCode", duty.regimeCode());
    losses.noTarget(at + "/reliefCode", duty.reliefCode());
    losses.noTarget(at, duty.other());
  }

  private void fee(String at, Fee fee) {
    tax("6", at, fee.typeCode(), null, null);
    money("55", at + "/amount", fee.amount());
    losses.noTarget(at + "/payee", fee.payee());
    losses.noTarget(at, fee.other());
  }

  /** A type of more than three characters goes as OTH with the type as its name. */
  private void tax(String function, String at, String type, String name, String rate) {
    boolean fits = type != null && type.length() <= CODE;
    if (!fits && name != null) {
      losses.add(ProblemCode.CODE_WITHOUT_TARGET, at + "/typeCode", type, "3 characters");
    }
    var text = losses.text(at + "/typeName", fits || name != null ? name : type, REFERENCE);
    writer
        .segment("TAX")
        .element(function)
        .element(fits ? type : OTHER_TAX, null, null, text)
        .element("")
        .element("")
        .element(null, null, null, rate)
        .end();
  }

  private void money(String qualifier, String at, Money money) {
    if (money != null && money.amount() != null) {
      writer.segment("MOA").element(qualifier, money.amount(), money.currencyCode()).end();
      losses.noTarget(at, money.other());
    }
  }

  private void line(String at, ReassessedContent line) {
    var code = line.tariffCode() == null ? line.hsCode() : line.tariffCode();
    writer
        .segment("CST")
        .element(String.valueOf(line.lineSequence()))
        .element(code, code == null ? null : "HS")
        .end();
    var description = losses.parts(at + "/description", line.description(), form.text(), TEXTS);
    if (!description.isEmpty()) {
      writer.segment("FTX").element("AAA").element("").element("").element(description).end();
    }
    losses.noTarget(at + "/value", line.value());
    losses.noTarget(at + "/originCountryCode", line.originCountryCode());
    losses.noTarget(at, line.other());
  }

  /** Ids and versions that the gateway derives itself are not losses. */
  private void unplaced(CustomsDecision decision) {
    losses.noTarget("/flow", decision.flow());
    losses.noTarget("/provisional", decision.provisional());
    losses.noTarget("/controlTypes", decision.controlTypes());
    losses.noTarget("/laneCode", decision.laneCode());
    losses.noTarget("/officerReference", decision.officerReference());
    losses.noTarget("/requiredDocuments", decision.requiredDocuments());
    boolean derived =
        decision.dutiable() != null && decision.dutiable() == !decision.duties().isEmpty();
    losses.noTarget("/dutiable", derived ? null : decision.dutiable());
    losses.noTarget("/exchangeRates", decision.exchangeRates());
    losses.noTarget("/payment", decision.payment());
    losses.noTarget("/attachments", decision.attachments());
    losses.noTarget("/extensions", decision.extensions());
    losses.noTarget("/critical", decision.critical());
    losses.noTarget("", decision.other());
  }
}
