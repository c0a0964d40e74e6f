package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * Says what became of a message: received, accepted, rejected with located problems, delivered.
 * Unknown properties are kept in {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Built
public record Acknowledgement(
    String acknowledgementId,
    MessageReference of,
    AcknowledgementLevel level,
    AcknowledgementStatus status,
    String acknowledgedAt,
    String assignedReference,
    String registeredAt,
    String dataDigest,
    List<ProblemItem> problems,
    String endpointReference,
    Map<String, Object> extensions,
    List<String> critical,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other)
    implements RegionalData {

  /** Copies the collections; an absent one becomes empty. */
  public Acknowledgement {
    problems = Copies.list(problems);
    extensions = Copies.map(extensions);
    critical = Copies.list(critical);
    other = Copies.map(other);
  }

  @Override
  public MessageKind kind() {
    return MessageKind.ACKNOWLEDGEMENT;
  }

  @Override
  public String businessKey() {
    return of.id();
  }

  /** Starts an empty one. */
  public static AcknowledgementBuilder builder() {
    return AcknowledgementBuilder.builder();
  }

  /** Starts from the values of this one. */
  public AcknowledgementBuilder toBuilder() {
    return AcknowledgementBuilder.builder(this);
  }
}
