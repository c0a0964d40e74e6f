package org.chasqui.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemTransport;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.TransportLeg;

/**
 * Completes the declaration of an item with what the pre-advice of its post says of its dispatch:
 * dispatch, receptacle, mode and departure of the leg that brings it into the country. What the
 * declaration says stays; where both speak and differ, a problem tells so. The origin of each field
 * is shown as that of an order's is (docs/marketplaces.md): the post, and behind {@code #} the
 * dispatch whose pre-advice said it.
 */
public final class DispatchMerge {
  private static final String AT = "/transport/";

  private final String origin;
  private final Map<String, Object> origins = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private DispatchMerge(String origin) {
    this.origin = origin;
  }

  /** A completed declaration and where the two messages of the post contradict each other. */
  public record Merged(ItemDeclaration declaration, List<Problem> problems) {}

  /**
   * Completes a declaration.
   *
   * @param declarant address of the post
   * @param receptacle that the pre-advice puts the item into; null or empty when it names none
   */
  public static Merged merge(
      ItemDeclaration declaration, String declarant, DispatchPreadvice advice, String receptacle) {
    var merge = new DispatchMerge(declarant + "#" + advice.dispatchId());
    var known = declaration.transport();
    var said = known == null ? new ItemTransport(null, null, null, null, Map.of()) : known;
    var bag = receptacle == null || receptacle.isEmpty() ? null : receptacle;
    int before = merge.problems.size();
    var dispatch = merge.said("dispatchId", said.dispatchId(), advice.dispatchId());
    bag = merge.said("receptacleId", said.receptacleId(), bag);
    var leg = advice.legs().isEmpty() ? null : advice.legs().getLast();
    // of another dispatch than the declaration names nothing is taken
    boolean same = merge.problems.size() == before && leg != null;
    var completed =
        new ItemTransport(
            dispatch,
            bag,
            same ? merge.absent("modeCode", said.modeCode(), mode(leg)) : said.modeCode(),
            same
                ? merge.absent("plannedDepartureAt", said.plannedDepartureAt(), leg.departsAt())
                : said.plannedDepartureAt(),
            said.other());
    return new Merged(merge.shown(declaration, declarant, completed), List.copyOf(merge.problems));
  }

  /** One digit, as the regional message wants it. */
  private static String mode(TransportLeg leg) {
    var mode = leg.modeCode();
    return mode != null && mode.length() == 1 && Character.isDigit(mode.charAt(0)) ? mode : null;
  }

  private String said(String field, String declared, String advised) {
    if (declared != null && advised != null && !declared.equals(advised)) {
      problems.add(
          Problem.of(
              ProblemCode.DISPATCH_DIFFERS,
              new Location.AtPointer(AT + field),
              declared,
              advised + ", as the pre-advice has it; what is declared is kept"));
    }
    return absent(field, declared, advised);
  }

  private String absent(String field, String declared, String advised) {
    if (declared != null || advised == null) {
      return declared;
    }
    origins.put(AT + field, origin);
    return advised;
  }

  private ItemDeclaration shown(
      ItemDeclaration declaration, String declarant, ItemTransport completed) {
    if (origins.isEmpty()) {
      return declaration;
    }
    var all = new LinkedHashMap<String, Object>();
    all.put("*", declarant);
    all.putAll(origins(declaration));
    all.putAll(origins);
    var extensions = new LinkedHashMap<>(declaration.extensions());
    extensions.put(OrderMerge.ORIGINS, all);
    return declaration.toBuilder().transport(completed).extensions(extensions).build();
  }

  private static Map<String, Object> origins(ItemDeclaration declaration) {
    var found = new LinkedHashMap<String, Object>();
    if (declaration.extensions().get(OrderMerge.ORIGINS) instanceof Map<?, ?> origins) {
      origins.forEach((pointer, who) -> found.put(String.valueOf(pointer), who));
    }
    return found;
  }

  /** The declaration without what pre-advices added to it. */
  public static ItemDeclaration without(ItemDeclaration declaration) {
    var origins = origins(declaration);
    Predicate<String> added = field -> origins.containsKey(AT + field);
    var said = declaration.transport();
    if (said == null || origins.keySet().stream().noneMatch(at -> at.startsWith(AT))) {
      return declaration;
    }
    var own =
        new ItemTransport(
            added.test("dispatchId") ? null : said.dispatchId(),
            added.test("receptacleId") ? null : said.receptacleId(),
            added.test("modeCode") ? null : said.modeCode(),
            added.test("plannedDepartureAt") ? null : said.plannedDepartureAt(),
            said.other());
    origins.keySet().removeIf(at -> at.startsWith(AT));
    var extensions = new LinkedHashMap<>(declaration.extensions());
    extensions.put(OrderMerge.ORIGINS, origins);
    if (origins.size() < 2) {
      extensions.remove(OrderMerge.ORIGINS);
    }
    boolean nothing = own.equals(new ItemTransport(null, null, null, null, Map.of()));
    return declaration.toBuilder().transport(nothing ? null : own).extensions(extensions).build();
  }
}
