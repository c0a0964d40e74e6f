package org.chasqui.profile;

import java.util.List;
import java.util.Set;
import org.chasqui.message.ItemCategory;

/**
 * Which items a rule is for; an empty collection means all.
 *
 * @param origins ISO 3166-1 codes of countries of origin
 * @param hsCodes first digits of HS codes, of which one content line must have one
 * @param onlyIf a condition that no declaration shows, in words, or null: what the rule allows is
 *     then never said to be met
 */
public record AppliesTo(
    Channel channel,
    Set<String> origins,
    Set<ItemCategory> categories,
    List<String> hsCodes,
    String onlyIf) {

  /** Every postal item. */
  public static final AppliesTo ALL =
      new AppliesTo(Channel.POST, Set.of(), Set.of(), List.of(), null);
}
