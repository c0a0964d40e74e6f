package org.chasqui.codec.edifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.Origin;
import org.chasqui.message.Location;

/**
 * Where an item stands in its interchange. The place of a field is found by what the layout says of
 * its places ({@code codes} and {@code fills}); what stands in no segment of the item is told at
 * its id, or at that of the part.
 *
 * @param message its message
 * @param functionalGroup number of its functional group, 0 outside of one
 * @param position of the first segment of its message in the interchange, counted from 1
 * @param definition the layout it was read by
 * @param item its segments
 * @param from position of the first segment in the message that is of the part alone
 * @param to position after the last one
 */
public record ItemOrigin(
    MessageHead message,
    int functionalGroup,
    long position,
    MessageDefinition definition,
    Group item,
    int from,
    int to)
    implements Origin {

  ItemOrigin(
      MessageHead message,
      int functionalGroup,
      long position,
      MessageDefinition definition,
      Group item) {
    this(message, functionalGroup, position, definition, item, 0, Integer.MAX_VALUE);
  }

  /** Of one of several messages that an item gives. */
  public ItemOrigin part(int from, int to) {
    return new ItemOrigin(message, functionalGroup, position, definition, item, from, to);
  }

  /** A place that fills a field; {@code index} is the number of its group, -1 for the item. */
  private record Filled(List<String> field, int index, MessageSegment segment, Use.Place place) {}

  @Override
  public Location at(String pointer) {
    var wanted = new ArrayList<String>();
    int index = -1;
    for (var part : pointer.split("/", -1)) {
      boolean number = !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
      if (number && wanted.size() == 1) {
        index = part.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(part);
      } else if (!number && !part.isEmpty()) {
        wanted.add(part);
      }
    }
    var best = nearest(wanted, index);
    return best == null ? id() : best.segment.at(best.place.element(), best.place.component());
  }

  /** The place of the field that has most in common with the wanted one, the first of equals. */
  private Filled nearest(List<String> wanted, int index) {
    var filled = new ArrayList<Filled>();
    collect(definition.use(item), item, -1, filled);
    Filled best = null;
    int most = 0;
    for (var each : filled) {
      boolean elsewhere =
          each.index >= 0
              && ((index >= 0 && each.index != index)
                  || each.segment.position() < from
                  || each.segment.position() >= to);
      int common = elsewhere ? 0 : common(each.field, wanted);
      if (common > most) {
        most = common;
        best = each;
      }
    }
    return best;
  }

  private static int common(List<String> field, List<String> wanted) {
    int common = 0;
    while (common < field.size()
        && common < wanted.size()
        && field.get(common).equals(wanted.get(common))) {
      common++;
    }
    return common;
  }

  private static void collect(Use.Groups use, Group group, int index, List<Filled> filled) {
    var trigger = group.segments().isEmpty() ? null : use(use, group.trigger().segment());
    var owner = index < 0 || trigger == null ? null : trigger.code(group.trigger().segment());
    for (var segment : group.segments()) {
      fields(use(use, segment.segment()), segment)
          .forEach(
              (field, place) ->
                  filled.add(new Filled(named(field, trigger, owner), index, segment, place)));
    }
    for (var content : use.content()) {
      if (content instanceof Use.Groups inner) {
        var groups = group.groups(inner.name());
        for (int i = 0; i < groups.size(); i++) {
          collect(inner, groups.get(i), i, filled);
        }
      }
    }
  }

  /** The fields that a segment fills, and where. */
  private static Map<String, Use.Place> fields(Use.Segments use, MessageSegment segment) {
    if (use == null) {
      return Map.of();
    }
    var fields = new LinkedHashMap<String, Use.Place>();
    var code = use.code(segment.segment());
    if (code != null) {
      fields.put(use.codes().get(code), use.value() == null ? use.qualifier() : use.value());
    }
    fields.putAll(use.fills());
    return fields;
  }

  /**
   * A group of one of several parties names its fields after the first of them: the code of its
   * trigger says whose they are.
   */
  private static List<String> named(String field, Use.Segments trigger, String owner) {
    var parts = new ArrayList<>(List.of(field.split("\\.", -1)));
    if (owner != null && trigger.codes().containsValue(parts.getFirst())) {
      parts.set(0, trigger.codes().get(owner));
    }
    return parts;
  }

  private static Use.Segments use(Use.Groups use, Segment segment) {
    Use.Segments near = null;
    for (var content : use.content()) {
      if (content instanceof Use.Segments segments && segments.sameTag(segment)) {
        if (segments.matches(segment)) {
          return segments;
        }
        near = near == null ? segments : near;
      }
    }
    return near;
  }

  /** What it is called by: the first place that must be filled in the segment that begins it. */
  private Location id() {
    for (var content : definition.use(item).content()) {
      if (content instanceof Use.Groups inner) {
        for (var group : item.groups(inner.name())) {
          if (group.trigger().position() == from) {
            return first(inner.trigger(), group.trigger());
          }
        }
      }
    }
    return item.segments().isEmpty()
        ? Location.WHOLE
        : first(use(definition.use(item), item.trigger().segment()), item.trigger());
  }

  private static Location first(Use.Segments use, MessageSegment segment) {
    var place = use == null ? null : use.value();
    return place == null ? segment.at(1, 0) : segment.at(place.element(), place.component());
  }
}
