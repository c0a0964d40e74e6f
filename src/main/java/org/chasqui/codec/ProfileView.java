package org.chasqui.codec;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a party's profile that codecs may see.
 *
 * @param party id of the party: the name of its profile file, for example {@code br}
 * @param urn address in envelopes
 * @param name official name
 * @param countryCode ISO 3166-1 alpha-2
 * @param currency ISO 4217
 * @param zone local time zone
 * @param languages ISO 639-1, most wanted first
 * @param settings format settings of the profile, see {@link Codec#settings()}
 * @param codes code maps: name of the map, then source code to target code; the key {@code *} is
 *     the code for all that is not listed
 * @param confirmed true when the authority confirmed the format; documents of others carry no claim
 */
public record ProfileView(
    String party,
    String urn,
    String name,
    String countryCode,
    String currency,
    ZoneId zone,
    List<String> languages,
    Map<String, String> settings,
    Map<String, Map<String, String>> codes,
    boolean confirmed) {

  /** A setting, or null. */
  public String setting(String key) {
    return settings.get(key);
  }

  /** A setting, or a default. */
  public String setting(String key, String otherwise) {
    return settings.getOrDefault(key, otherwise);
  }

  /** The target code in a map, or its {@code *} entry; empty when neither is there. */
  public Optional<String> code(String map, String source) {
    var codeMap = codes.getOrDefault(map, Map.of());
    var target = source == null ? null : codeMap.get(source);
    return Optional.ofNullable(target != null ? target : codeMap.get("*"));
  }
}
