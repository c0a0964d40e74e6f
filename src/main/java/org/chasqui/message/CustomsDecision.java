package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What a customs administration decided on one item (UPU CUSRSP, WCO Response). Unknown properties
 * are kept in {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Built
public record CustomsDecision(
    String decisionId,
    Integer version,
    DeclarationReference declaration,
    Flow flow,
    DecisionStatus status,
    Boolean provisional,
    List<ControlType> controlTypes,
    String sourceStatusCode,
    String sourceStatusText,
    String laneCode,
    String decidedAt,
    String effectiveAt,
    String releasedAt,
    String actionDueAt,
    String customsOfficeCode,
    Authority authority,
    String officerReference,
    List<Reason> reasons,
    List<Document> requiredDocuments,
    List<ReassessedContent> reassessedContents,
    Boolean dutiable,
    List<Duty> duties,
    List<Fee> fees,
    Money totalPayable,
    List<ExchangeRate> exchangeRates,
    Payment payment,
    List<Attachment> attachments,
    Map<String, Object> extensions,
    List<String> critical,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other)
    implements RegionalData {

  /** Copies the collections; an absent one becomes empty. */
  public CustomsDecision {
    controlTypes = Copies.list(controlTypes);
    reasons = Copies.list(reasons);
    requiredDocuments = Copies.list(requiredDocuments);
    reassessedContents = Copies.list(reassessedContents);
    duties = Copies.list(duties);
    fees = Copies.list(fees);
    exchangeRates = Copies.list(exchangeRates);
    attachments = Copies.list(attachments);
    extensions = Copies.map(extensions);
    critical = Copies.list(critical);
    other = Copies.map(other);
  }

  @Override
  public MessageKind kind() {
    return MessageKind.CUSTOMS_DECISION;
  }

  @Override
  public String businessKey() {
    return declaration.itemId();
  }

  /** Starts an empty one. */
  public static CustomsDecisionBuilder builder() {
    return CustomsDecisionBuilder.builder();
  }

  /** Starts from the values of this one. */
  public CustomsDecisionBuilder toBuilder() {
    return CustomsDecisionBuilder.builder(this);
  }
}
