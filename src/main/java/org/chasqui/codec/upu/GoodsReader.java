package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.DispatchId;
import org.chasqui.message.Receptacle;
import org.chasqui.message.ReceptacleId;

/** Reads receptacles out of the goods groups (GID) of a consignment, by their dispatch. */
final class GoodsReader {
  private static final int ID = 29;
  private static final int IDS = 6;
  private static final int TYPE = 2;

  private final ItemReader values;

  GoodsReader(ItemReader values) {
    this.values = values;
  }

  /** Adds the receptacles that a group names; a mass is of the only one. */
  void read(Group goods, Map<DispatchId, List<Receptacle>> byDispatch) {
    var ids = new ArrayList<ReceptacleId>();
    for (var gin : goods.all("GIN")) {
      if (gin.segment().is(1, 1, "BN")) {
        for (int element = 2; element <= IDS; element++) {
          id(gin, element, ids);
        }
      }
    }
    boolean one = ids.size() == 1;
    for (var id : ids) {
      byDispatch
          .computeIfAbsent(id.dispatch(), dispatch -> new ArrayList<>())
          .add(receptacle(id, goods, one));
    }
  }

  private void id(MessageSegment gin, int element, List<ReceptacleId> ids) {
    var text = gin.text(element, 1);
    if (text != null) {
      var found =
          text.length() == ID
              ? "other than letters and digits in place"
              : "length " + text.length();
      ReceptacleId.parse(text)
          .ifPresentOrElse(
              ids::add,
              () -> values.refuse(gin, element, 1, found, "a receptacle id of 29 (UPU S9)"));
    }
  }

  private Receptacle receptacle(ReceptacleId id, Group goods, boolean one) {
    var type = goods.trigger().text(2, 2);
    var han = goods.first("HAN");
    boolean dangerous = han != null && han.text(2, 1) != null;
    return new Receptacle(
        id.text(),
        Forms.letters(type, TYPE) ? type : null,
        one ? values.mass(goods, "G") : null,
        null,
        List.of(),
        dangerous ? Boolean.TRUE : null,
        List.of(),
        Map.of());
  }
}
