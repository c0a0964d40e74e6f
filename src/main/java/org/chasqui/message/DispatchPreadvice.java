package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pre-advice of one dispatch with its receptacles and items (UPU PREDES). Unknown properties
 * are kept in {@code other}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Built
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

  private static final Set<String> MAIL_CLASSES = Set.of("U", "C", "E", "T");

  /** Copies the collections; an absent one becomes empty. */
  public DispatchPreadvice {
    receptacles = Copies.list(receptacles);
    legs = Copies.list(legs);
    extensions = Copies.map(extensions);
    critical = Copies.list(critical);
    other = Copies.map(other);
  }

  /**
   * Starts the first version of one with all that the id of its dispatch says; a subclass that
   * begins with none of the mail classes gives none.
   */
  public static DispatchPreadviceBuilder of(DispatchId dispatch) {
    var mailClass = dispatch.subclassCode().substring(0, 1);
    return DispatchPreadviceBuilder.builder()
        .version(1)
        .dispatchId(dispatch.text())
        .originImpcCode(dispatch.origin().text())
        .destinationImpcCode(dispatch.destination().text())
        .mailCategoryCode(dispatch.categoryCode())
        .mailClassCode(MAIL_CLASSES.contains(mailClass) ? mailClass : null)
        .mailSubclassCode(dispatch.subclassCode());
  }

  /** Starts an empty one. */
  public static DispatchPreadviceBuilder builder() {
    return DispatchPreadviceBuilder.builder();
  }

  /** Starts from the values of this one. */
  public DispatchPreadviceBuilder toBuilder() {
    return DispatchPreadviceBuilder.builder(this);
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
