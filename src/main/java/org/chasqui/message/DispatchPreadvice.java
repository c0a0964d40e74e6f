package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The pre-advice of one dispatch with its receptacles and items (UPU PREDES). Unknown properties
 * are kept in {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DispatchPreadvice(
    String preadviceId,
    Integer version,
    MessageFunction function,
    String dispatchId,
    String originImpcCode,
    String destinationImpcCode,
    String mailCategoryCode,
    String mailClassCode,
    String mailSubclassCode,
    String closedAt,
    List<Receptacle> receptacles,
    List<TransportLeg> legs,
    String consignmentId,
    Document transportDocument,
    DispatchTotals totals,
    Map<String, Object> extensions,
    List<String> critical,
    @JsonAnySetter @JsonAnyGetter Map<String, Object> other)
    implements RegionalData {

  /** Copies the collections; an absent one becomes empty. */
  public DispatchPreadvice {
    receptacles = Copies.list(receptacles);
    legs = Copies.list(legs);
    extensions = Copies.map(extensions);
    critical = Copies.list(critical);
    other = Copies.map(other);
  }

  @Override
  public MessageKind kind() {
    return MessageKind.DISPATCH_PREADVICE;
  }

  @Override
  public String businessKey() {
    return dispatchId;
  }
}
