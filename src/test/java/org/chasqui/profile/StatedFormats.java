package org.chasqui.profile;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.chasqui.message.MessageKind;

/** A catalogue of formats that is stated, for tests of the loader alone. */
final class StatedFormats implements FormatCatalog {
  private static final Map<String, Stated> FORMATS =
      Map.of(
          "regional-json",
          new Stated(EnumSet.allOf(MessageKind.class), true, Set.of(), Set.of(), Set.of(), 500),
          "upu-cusrsp",
          new Stated(
              EnumSet.of(MessageKind.CUSTOMS_DECISION), false, Set.of(), Set.of(), Set.of(), 100),
          "national-form",
          new Stated(
              EnumSet.of(MessageKind.ITEM_DECLARATION),
              false,
              Set.of("office", "declarant"),
              Set.of("declarant"),
              Set.of("currency"),
              1000),
          "national-answer",
          new Stated(
              EnumSet.noneOf(MessageKind.class),
              true,
              Set.of("edition"),
              Set.of(),
              Set.of("decision-status"),
              0));

  private static final Stated UNKNOWN =
      new Stated(EnumSet.noneOf(MessageKind.class), false, Set.of(), Set.of(), Set.of(), 0);

  private record Stated(
      Set<MessageKind> writes,
      boolean reads,
      Set<String> settings,
      Set<String> required,
      Set<String> codeMaps,
      int batchLimit) {}

  @Override
  public Set<MessageKind> writes(String codec) {
    return of(codec).writes();
  }

  @Override
  public boolean reads(String codec) {
    return of(codec).reads();
  }

  @Override
  public Set<String> settings(String codec) {
    return of(codec).settings();
  }

  @Override
  public Set<String> requiredSettings(String codec) {
    return of(codec).required();
  }

  @Override
  public Set<String> codeMaps(String codec) {
    return of(codec).codeMaps();
  }

  @Override
  public int batchLimit(String codec) {
    return of(codec).batchLimit();
  }

  private static Stated of(String codec) {
    return FORMATS.getOrDefault(codec, UNKNOWN);
  }
}
