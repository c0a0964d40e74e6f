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
  public static Builder builder() {
    return new Builder();
  }

  /** Starts from the values of this one. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Collects the values of a {@link CustomsDecision}. */
  public static final class Builder {
    private String decisionId;
    private Integer version;
    private DeclarationReference declaration;
    private Flow flow;
    private DecisionStatus status;
    private Boolean provisional;
    private List<ControlType> controlTypes;
    private String sourceStatusCode;
    private String sourceStatusText;
    private String laneCode;
    private String decidedAt;
    private String effectiveAt;
    private String releasedAt;
    private String actionDueAt;
    private String customsOfficeCode;
    private Authority authority;
    private String officerReference;
    private List<Reason> reasons;
    private List<Document> requiredDocuments;
    private List<ReassessedContent> reassessedContents;
    private Boolean dutiable;
    private List<Duty> duties;
    private List<Fee> fees;
    private Money totalPayable;
    private List<ExchangeRate> exchangeRates;
    private Payment payment;
    private List<Attachment> attachments;
    private Map<String, Object> extensions;
    private List<String> critical;
    private Map<String, Object> other;

    private Builder() {}

    private Builder(CustomsDecision from) {
      decisionId = from.decisionId;
      version = from.version;
      declaration = from.declaration;
      flow = from.flow;
      status = from.status;
      provisional = from.provisional;
      controlTypes = from.controlTypes;
      sourceStatusCode = from.sourceStatusCode;
      sourceStatusText = from.sourceStatusText;
      laneCode = from.laneCode;
      decidedAt = from.decidedAt;
      effectiveAt = from.effectiveAt;
      releasedAt = from.releasedAt;
      actionDueAt = from.actionDueAt;
      customsOfficeCode = from.customsOfficeCode;
      authority = from.authority;
      officerReference = from.officerReference;
      reasons = from.reasons;
      requiredDocuments = from.requiredDocuments;
      reassessedContents = from.reassessedContents;
      dutiable = from.dutiable;
      duties = from.duties;
      fees = from.fees;
      totalPayable = from.totalPayable;
      exchangeRates = from.exchangeRates;
      payment = from.payment;
      attachments = from.attachments;
      extensions = from.extensions;
      critical = from.critical;
      other = from.other;
    }

    public Builder decisionId(String value) {
      decisionId = value;
      return this;
    }

    public Builder version(Integer value) {
      version = value;
      return this;
    }

    public Builder declaration(DeclarationReference value) {
      declaration = value;
      return this;
    }

    public Builder flow(Flow value) {
      flow = value;
      return this;
    }

    public Builder status(DecisionStatus value) {
      status = value;
      return this;
    }

    public Builder provisional(Boolean value) {
      provisional = value;
      return this;
    }

    public Builder controlTypes(List<ControlType> value) {
      controlTypes = value;
      return this;
    }

    public Builder sourceStatusCode(String value) {
      sourceStatusCode = value;
      return this;
    }

    public Builder sourceStatusText(String value) {
      sourceStatusText = value;
      return this;
    }

    public Builder laneCode(String value) {
      laneCode = value;
      return this;
    }

    public Builder decidedAt(String value) {
      decidedAt = value;
      return this;
    }

    public Builder effectiveAt(String value) {
      effectiveAt = value;
      return this;
    }

    public Builder releasedAt(String value) {
      releasedAt = value;
      return this;
    }

    public Builder actionDueAt(String value) {
      actionDueAt = value;
      return this;
    }

    public Builder customsOfficeCode(String value) {
      customsOfficeCode = value;
      return this;
    }

    public Builder authority(Authority value) {
      authority = value;
      return this;
    }

    public Builder officerReference(String value) {
      officerReference = value;
      return this;
    }

    public Builder reasons(List<Reason> value) {
      reasons = value;
      return this;
    }

    public Builder requiredDocuments(List<Document> value) {
      requiredDocuments = value;
      return this;
    }

    public Builder reassessedContents(List<ReassessedContent> value) {
      reassessedContents = value;
      return this;
    }

    public Builder dutiable(Boolean value) {
      dutiable = value;
      return this;
    }

    public Builder duties(List<Duty> value) {
      duties = value;
      return this;
    }

    public Builder fees(List<Fee> value) {
      fees = value;
      return this;
    }

    public Builder totalPayable(Money value) {
      totalPayable = value;
      return this;
    }

    public Builder exchangeRates(List<ExchangeRate> value) {
      exchangeRates = value;
      return this;
    }

    public Builder payment(Payment value) {
      payment = value;
      return this;
    }

    public Builder attachments(List<Attachment> value) {
      attachments = value;
      return this;
    }

    public Builder extensions(Map<String, Object> value) {
      extensions = value;
      return this;
    }

    public Builder critical(List<String> value) {
      critical = value;
      return this;
    }

    public Builder other(Map<String, Object> value) {
      other = value;
      return this;
    }

    /** The finished record. */
    public CustomsDecision build() {
      return new CustomsDecision(
          decisionId,
          version,
          declaration,
          flow,
          status,
          provisional,
          controlTypes,
          sourceStatusCode,
          sourceStatusText,
          laneCode,
          decidedAt,
          effectiveAt,
          releasedAt,
          actionDueAt,
          customsOfficeCode,
          authority,
          officerReference,
          reasons,
          requiredDocuments,
          reassessedContents,
          dutiable,
          duties,
          fees,
          totalPayable,
          exchangeRates,
          payment,
          attachments,
          extensions,
          critical,
          other);
    }
  }
}
