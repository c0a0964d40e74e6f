package org.chasqui.codec.siscomex;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.message.ControlType;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Duty;
import org.chasqui.message.DutyBuilder;
import org.chasqui.message.ExchangeRate;
import org.chasqui.message.Flow;
import org.chasqui.message.Location;
import org.chasqui.message.Money;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Reason;
import org.chasqui.message.Severity;

/** Makes the decision of one {@code remessas[]} of an answer. */
final class RemessaDecision {
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,6})?");

  private final ProfileView view;
  private final AnswerDecisions decisions;
  private final String base;
  private final List<Problem> problems;

  RemessaDecision(
      ProfileView view, AnswerDecisions decisions, String base, List<Problem> problems) {
    this.view = view;
    this.decisions = decisions;
    this.base = base;
    this.problems = problems;
  }

  CustomsDecision of(
      String itemId, RemessaAnswer answer, String decidedAt, RemessaNumbers numbers) {
    var code = answer.value("novaSituacaoRemessa", "situacao");
    var reference = answer.value("numeroDIR", "dir/numeroDeclaracao");
    var duties = duties(answer);
    var decision =
        decisions
            .decision(itemId, code, status(answer), problems)
            .declaration(new DeclarationReference(itemId, null, null, reference, Map.of()))
            .flow(Flow.IMPORT)
            .decidedAt(decidedAt)
            .controlTypes(controls(answer))
            .reasons(reasons(answer))
            .exchangeRates(rates(answer))
            .duties(duties)
            .totalPayable(total(duties))
            .extensions(numbers.extensions())
            .dutiable(
                amount(answer, "valorIIBRL", "valorIIReal") == null ? null : !duties.isEmpty())
            .build();
    return decision.status() == DecisionStatus.RELEASED
        ? decision.toBuilder().releasedAt(decidedAt).build()
        : decision;
  }

  /** Where the answer gives the status. */
  Location status(RemessaAnswer answer) {
    var field = answer.value("novaSituacaoRemessa") == null ? "/situacao" : "/novaSituacaoRemessa";
    return new Location.AtPointer(base + field);
  }

  private List<Duty> duties(RemessaAnswer answer) {
    var duties = new ArrayList<Duty>();
    var taxable = amount(answer, "valorTributavelBRL", "valorTributavelReal");
    var duty = amount(answer, "valorIIBRL", "valorIIReal");
    var fines = amount(answer, "valorMultasBRL", "valorMultasReal");
    var prepaid = amount(answer, "remessaConforme/valorProvICMS");
    if (isDue(duty)) {
      var base = taxable == null ? null : money(taxable);
      duties.add(due("II", "Imposto de Importação").baseAmount(base).payable(money(duty)).build());
    }
    if (isDue(fines)) {
      duties.add(due("MULTA", "Multas").payable(money(fines)).build());
    }
    if (isDue(prepaid)) {
      duties.add(
          due("ICMS", "ICMS").assessed(money(prepaid)).payable(money(BigDecimal.ZERO)).build());
    }
    return duties;
  }

  private static DutyBuilder due(String code, String name) {
    return Duty.builder().typeCode(code).typeName(name);
  }

  private static boolean isDue(BigDecimal amount) {
    return amount != null && amount.signum() > 0;
  }

  private Money total(List<Duty> duties) {
    var total =
        duties.stream()
            .map(duty -> new BigDecimal(duty.payable().amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return total.signum() > 0 ? money(total) : null;
  }

  private Money money(BigDecimal amount) {
    return new Money(amount.toPlainString(), view.currency());
  }

  private BigDecimal amount(RemessaAnswer answer, String... names) {
    var text = answer.value(names);
    if (text == null) {
      return null;
    }
    if (!AMOUNT.matcher(text).matches()) {
      problems.add(warning("/" + names[0], "a decimal amount"));
      return null;
    }
    return new BigDecimal(text);
  }

  private Problem warning(String rest, String expected) {
    return new Problem(
        ProblemCode.ELEMENT_FORMAT,
        Severity.WARNING,
        new Location.AtPointer(base + rest),
        null,
        expected);
  }

  private List<ExchangeRate> rates(RemessaAnswer answer) {
    var rate = amount(answer, "txCambioDtRegistro");
    return isDue(rate)
        ? List.of(new ExchangeRate("USD", view.currency(), rate.toPlainString(), null, Map.of()))
        : List.of();
  }

  private List<ControlType> controls(RemessaAnswer answer) {
    var controls = EnumSet.noneOf(ControlType.class);
    for (var selection : answer.selections()) {
      var name = view.code(AnswerReader.CONTROL_MAP, selection.get("situacaoFiscalizacao"));
      for (var control : ControlType.values()) {
        if (control.name().equals(name.orElse(""))) {
          controls.add(control);
        }
      }
    }
    return List.copyOf(controls);
  }

  private List<Reason> reasons(RemessaAnswer answer) {
    var reasons = new ArrayList<Reason>();
    for (var row : answer.occurrences()) {
      var text = joined(row.get("nomeOcorrencia"), row.get("observacao"));
      reasons.add(reason(row.get("codOcorrencia"), "ocorrencia", text));
    }
    for (var row : answer.divergences()) {
      if (!"N".equals(row.get("vigente")) && reasons.size() < 99) {
        reasons.add(reason(row.get("codigoDivergencia"), "divergencia", row.get("justificativa")));
      }
    }
    reasons.removeIf(reason -> reason.code() == null && reason.text() == null);
    return reasons;
  }

  private Reason reason(String code, String list, String text) {
    boolean valid = code != null && code.matches("[A-Z0-9][A-Z0-9._-]{0,16}");
    var shortened = text == null ? null : LossList.head(text, 512);
    return new Reason(
        valid ? code : null,
        "siscomex-remessa:" + list,
        shortened,
        shortened == null ? null : decisions.language(),
        Map.of());
  }

  private static String joined(String name, String remark) {
    if (name == null || remark == null) {
      return name == null ? remark : name;
    }
    return name + ": " + remark;
  }
}
