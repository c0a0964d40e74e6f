package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A customs request before loading: information, screening, do not load, amendment (PLACI). Unknown
 * properties are kept in {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CustomsReferral(
    String referralId,
    Integer version,
    ReferralType type,
    ReferralState state,
    ReferralStage stage,
    Scope scope,
    String issuedAt,
    String dueAt,
    ReferralAuthority authority,
    EmergencyContact emergencyContact,
    List<Reason> reasons,
    List<ReferralRequest> requests,
    List<String> screeningMethodCodes,
    String supersedesReferralId,
    Map<String, Object> extensions,
    List<String> critical,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other)
    implements RegionalData {

  /** Copies the collections; an absent one becomes empty. */
  public CustomsReferral {
    reasons = Copies.list(reasons);
    requests = Copies.list(requests);
    screeningMethodCodes = Copies.list(screeningMethodCodes);
    extensions = Copies.map(extensions);
    critical = Copies.list(critical);
    other = Copies.map(other);
  }

  @Override
  public MessageKind kind() {
    return MessageKind.CUSTOMS_REFERRAL;
  }

  @Override
  public String businessKey() {
    return referralId;
  }
}
