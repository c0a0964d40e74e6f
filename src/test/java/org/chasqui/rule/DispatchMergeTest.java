package org.chasqui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemTransport;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.TransportLeg;
import org.junit.jupiter.api.Test;

class DispatchMergeTest {
  private static final String CLA = "urn:lac-ead:party:CL:post:CLA";
  private static final String DISPATCH = "CLSCLABRSAODACN60042";
  private static final String BAG = DISPATCH + "001100105";

  @Test
  void whatTheDeclarationLeavesOpenIsTakenAndItsOriginShown() {
    var merged = DispatchMerge.merge(declaration(null), CLA, advice(), BAG);

    assertThat(merged.problems()).isEmpty();
    assertThat(merged.declaration().transport())
        .isEqualTo(new ItemTransport(DISPATCH, BAG, "4", "2026-11-04T00:30:00-03:00", Map.of()));
    assertThat(merged.declaration().extensions().get(OrderMerge.ORIGINS))
        .isEqualTo(
            Map.of(
                "*", CLA,
                "/transport/dispatchId", CLA + "#" + DISPATCH,
                "/transport/receptacleId", CLA + "#" + DISPATCH,
                "/transport/modeCode", CLA + "#" + DISPATCH,
                "/transport/plannedDepartureAt", CLA + "#" + DISPATCH));
    assertThat(DispatchMerge.without(merged.declaration())).isEqualTo(declaration(null));
  }

  @Test
  void whatTheDeclarationSaysIsKeptAndTheConflictIsToldAtItsPlace() {
    var own = new ItemTransport(null, DISPATCH + "002000080", "1", null, Map.of());

    var merged = DispatchMerge.merge(declaration(own), CLA, advice(), BAG);

    assertThat(merged.problems())
        .extracting(problem -> problem.code().code() + " " + problem.location().text())
        .containsExactly("EAD-2207 /transport/receptacleId");
    assertThat(merged.declaration().transport())
        .isEqualTo(new ItemTransport(DISPATCH, DISPATCH + "002000080", "1", null, Map.of()));
    assertThat(DispatchMerge.without(merged.declaration())).isEqualTo(declaration(own));
  }

  @Test
  void aDeclarationThatSaysItAllStaysAsItIs() {
    var own = new ItemTransport(DISPATCH, BAG, "4", "2026-11-04T00:30:00-03:00", Map.of());

    assertThat(DispatchMerge.merge(declaration(own), CLA, advice(), BAG).declaration())
        .isEqualTo(declaration(own));
  }

  private static ItemDeclaration declaration(ItemTransport transport) {
    return ItemDeclaration.builder().itemId("CP123456785CL").transport(transport).build();
  }

  private static DispatchPreadvice advice() {
    var leg =
        new TransportLeg(
            1, "4", "LA", "LA750", null, "2026-11-04T00:30:00-03:00", null, null, null, Map.of());
    return DispatchPreadvice.builder()
        .preadviceId("p")
        .version(1)
        .function(MessageFunction.ORIGINAL)
        .dispatchId(DISPATCH)
        .legs(List.of(leg))
        .build();
  }
}
