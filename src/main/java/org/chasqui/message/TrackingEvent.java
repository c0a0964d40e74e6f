package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * Something that happened to items or receptacles (UPU EMSEVT). Unknown properties are kept in
 * {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Built
public record TrackingEvent(
    String eventId,
    EventType eventType,
    String sourceEventCode,
    String sourceEventListId,
    TimeType timeType,
    String occurredAt,
    String recordedAt,
    Scope scope,
    Place location,
    Place nextLocation,
    Reason reason,
    String actionCode,
    String signatoryName,
    String deliveryLocationCode,
    Mass measuredMass,
    String correctsEventId,
    Map<String, Object> extensions,
    List<String> critical,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other)
    implements RegionalData {

  /** Copies the collections; an absent one becomes empty. */
  public TrackingEvent {
    extensions = Copies.map(extensions);
    critical = Copies.list(critical);
    other = Copies.map(other);
  }

  /** Starts an empty one. */
  public static TrackingEventBuilder builder() {
    return TrackingEventBuilder.builder();
  }

  /** Starts from the values of this one. */
  public TrackingEventBuilder toBuilder() {
    return TrackingEventBuilder.builder(this);
  }

  @Override
  public MessageKind kind() {
    return MessageKind.TRACKING_EVENT;
  }

  @Override
  public String businessKey() {
    return scope.subject();
  }
}
