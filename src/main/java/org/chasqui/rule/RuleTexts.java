package org.chasqui.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chasqui.profile.AppliesTo;
import org.chasqui.profile.DatedRate;
import org.chasqui.profile.DatedRule;
import org.chasqui.profile.IdentifierRule;
import org.chasqui.profile.Quota;
import org.chasqui.profile.ReleaseCategory;
import org.chasqui.profile.Requirement;
import org.chasqui.profile.Threshold;

/**
 * Rules and rates as JSON texts to be kept, and their references: the first 32 hex digits of the
 * SHA-256 of the text, so that a reference vouches for what it refers to.
 */
final class RuleTexts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REFERENCE_BYTES = 16;

  private RuleTexts() {}

  static String of(String administration, DatedRule rule) {
    var text = new LinkedHashMap<String, Object>();
    text.put("kind", rule.kind().token());
    text.put("administration", administration);
    text.put("name", rule.ruleName());
    putWhatItLimits(text, rule);
    put(text, "validFrom", rule.validity().from());
    put(text, "validTo", rule.validity().to());
    put(text, "dated", rule.grounds().day());
    put(text, "source", rule.source());
    put(text, "confidence", rule.confidence());
    return json(text);
  }

  private static void putWhatItLimits(Map<String, Object> text, DatedRule rule) {
    switch (rule) {
      case Threshold threshold -> put(text, threshold);
      case Quota quota -> put(text, quota);
      case ReleaseCategory category -> {
        put(text, "upTo", category.upTo());
        put(text, "below", category.below() ? "true" : null);
        put(text, "currency", category.currency());
      }
      case Requirement requirement -> {
        put(text, "field", requirement.field());
        put(text, "severity", requirement.severity());
        put(text, "above", requirement.above());
        put(text, "currency", requirement.currency());
        put(text, requirement.appliesTo());
      }
      case IdentifierRule identifier -> {
        put(text, "pattern", identifier.pattern());
        put(text, "check", identifier.check());
      }
    }
  }

  private static void put(Map<String, Object> text, Threshold threshold) {
    put(text, "amount", threshold.amount());
    put(text, "below", threshold.below() ? "true" : null);
    put(text, "currency", threshold.currency());
    put(text, "basis", threshold.basis());
    put(text, "massKilograms", threshold.massKilograms());
    put(text, threshold.appliesTo());
  }

  private static void put(Map<String, Object> text, Quota quota) {
    put(text, "items", quota.items());
    put(text, "amount", quota.amount());
    put(text, "currency", quota.currency());
    put(text, "months", quota.months());
    put(text, quota.appliesTo());
  }

  private static void put(Map<String, Object> text, AppliesTo appliesTo) {
    put(text, "origins", appliesTo.origins().stream().sorted().toList());
    put(text, "categories", appliesTo.categories().stream().map(Enum::name).sorted().toList());
    put(text, "hsCodes", appliesTo.hsCodes());
    put(text, "onlyIf", appliesTo.onlyIf());
  }

  private static void put(Map<String, Object> text, String key, Object value) {
    if (value instanceof Collection<?> many && !many.isEmpty()) {
      text.put(key, many);
    } else if (value != null && !(value instanceof Collection<?>)) {
      text.put(
          key, value instanceof java.math.BigDecimal number ? number.toPlainString() : "" + value);
    }
  }

  static String of(DatedRate rate) {
    var text = new LinkedHashMap<String, Object>();
    text.put("kind", "rate");
    text.put("from", rate.from());
    text.put("to", rate.to());
    put(text, "rate", rate.rate());
    put(text, "validFrom", rate.validity().from());
    put(text, "validTo", rate.validity().to());
    put(text, "source", rate.source());
    put(text, "confidence", rate.confidence());
    return json(text);
  }

  private static String json(Map<String, Object> text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is always JSON", e);
    }
  }

  static String reference(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return java.util.HexFormat.of().formatHex(Arrays.copyOf(digest, REFERENCE_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
