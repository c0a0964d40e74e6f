package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** The post's answer to a {@link CustomsReferral}. Unknown properties are kept in {@code other}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReferralResponse(
    String responseId,
    String referralId,
    ReferralType type,
    String respondedAt,
    String respondent,
    Scope scope,
    List<ReferralAnswer> answers,
    DeclarationReference amendedDeclaration,
    List<ScreeningResult> screening,
    DoNotLoadConfirmation doNotLoad,
    List<Attachment> attachments,
    Map<String, Object> extensions,
    List<String> critical,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other)
    implements RegionalData {

  /** Copies the collections; an absent one becomes empty. */
  public ReferralResponse {
    answers = Copies.list(answers);
    screening = Copies.list(screening);
    attachments = Copies.list(attachments);
    extensions = Copies.map(extensions);
    critical = Copies.list(critical);
    other = Copies.map(other);
  }

  @Override
  public MessageKind kind() {
    return MessageKind.REFERRAL_RESPONSE;
  }

  @Override
  public String businessKey() {
    return referralId;
  }
}
