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
  public static Builder builder() {
    return new Builder();
  }

  /** Starts from the values of this one. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Collects the values of a {@link Acknowledgement}. */
  public static final class Builder {
    private String acknowledgementId;
    private MessageReference of;
    private AcknowledgementLevel level;
    private AcknowledgementStatus status;
    private String acknowledgedAt;
    private String assignedReference;
    private String registeredAt;
    private String dataDigest;
    private List<ProblemItem> problems;
    private String endpointReference;
    private Map<String, Object> extensions;
    private List<String> critical;
    private Map<String, Object> other;

    private Builder() {}

    private Builder(Acknowledgement from) {
      acknowledgementId = from.acknowledgementId;
      of = from.of;
      level = from.level;
      status = from.status;
      acknowledgedAt = from.acknowledgedAt;
      assignedReference = from.assignedReference;
      registeredAt = from.registeredAt;
      dataDigest = from.dataDigest;
      problems = from.problems;
      endpointReference = from.endpointReference;
      extensions = from.extensions;
      critical = from.critical;
      other = from.other;
    }

    public Builder acknowledgementId(String value) {
      acknowledgementId = value;
      return this;
    }

    public Builder of(MessageReference value) {
      of = value;
      return this;
    }

    public Builder level(AcknowledgementLevel value) {
      level = value;
      return this;
    }

    public Builder status(AcknowledgementStatus value) {
      status = value;
      return this;
    }

    public Builder acknowledgedAt(String value) {
      acknowledgedAt = value;
      return this;
    }

    public Builder assignedReference(String value) {
      assignedReference = value;
      return this;
    }

    public Builder registeredAt(String value) {
      registeredAt = value;
      return this;
    }

    public Builder dataDigest(String value) {
      dataDigest = value;
      return this;
    }

    public Builder problems(List<ProblemItem> value) {
      problems = value;
      return this;
    }

    public Builder endpointReference(String value) {
      endpointReference = value;
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
    public Acknowledgement build() {
      return new Acknowledgement(
          acknowledgementId,
          of,
          level,
          status,
          acknowledgedAt,
          assignedReference,
          registeredAt,
          dataDigest,
          problems,
          endpointReference,
          extensions,
          critical,
          other);
    }
  }
}
