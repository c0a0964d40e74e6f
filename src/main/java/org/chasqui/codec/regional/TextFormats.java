package org.chasqui.codec.regional;

import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.function.Predicate;

/**
 * Formats of the schemas as predicates. The usual form of a UUID and of a time is recognised
 * directly; all else is left to the validator's own formats, so that both checks agree.
 */
final class TextFormats {
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private TextFormats() {}

  static Predicate<String> of(String name) {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema("{\"format\": \"" + name + "\"}", SchemaValidator.CONFIG);
    Predicate<String> exact = text -> schema.validate(TextNode.valueOf(text)).isEmpty();
    return switch (name) {
      case "uuid" -> text -> isUsualUuid(text) || exact.test(text);
      case "date-time" -> text -> isUsualTime(text) || exact.test(text);
      default -> exact;
    };
  }

  private static boolean isUsualUuid(String text) {
    if (text.length() != 36) {
      return false;
    }
    for (var i = 0; i < 36; i++) {
      var c = text.charAt(i);
      var hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen ? c != '-' : ((c < '0' || c > '9') && (c < 'a' || c > 'f'))) {
        return false;
      }
    }
    return true;
  }

  /** As {@code 2026-03-01T14:30:00Z} or {@code 2026-03-01T14:30:00-03:00}, without rarities. */
  private static boolean isUsualTime(String text) {
    var length = text.length();
    if (length != 20 && length != 25 || !hasForm(text, "dddd-dd-ddTdd:dd:dd")) {
      return false;
    }
    var month = two(text, 5);
    var day = two(text, 8);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= DAYS[month - 1]
        && two(text, 11) <= 23
        && two(text, 14) <= 59
        && two(text, 17) <= 59
        && isOffset(text, length);
  }

  private static boolean isOffset(String text, int length) {
    if (length == 20) {
      return text.charAt(19) == 'Z';
    }
    var sign = text.charAt(19);
    return (sign == '+' || sign == '-')
        && hasForm(text.substring(20), "dd:dd")
        && two(text, 20) <= 12
        && two(text, 23) <= 59;
  }

  private static boolean hasForm(String text, String form) {
    for (var i = 0; i < form.length(); i++) {
      var c = text.charAt(i);
      if (form.charAt(i) == 'd' ? c < '0' || c > '9' : c != form.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int two(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
