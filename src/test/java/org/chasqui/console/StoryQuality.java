package org.chasqui.console;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.Decoded;
import org.chasqui.ledger.QualityCount;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.quality.Measure;
import org.chasqui.quality.QualityRules;

/**
 * What the declarations of the story are worth; the first of each lot has left and arrived, and its
 * addressee cannot be reached.
 */
final class StoryQuality {
  private static final QualityRules RULES = QualityRules.of(Path.of("config/codelists"));

  private StoryQuality() {}

  static List<QualityCount> of(String operator, List<Decoded> read) {
    var counts = new ArrayList<QualityCount>();
    for (var decoded : read) {
      if (decoded.message() != null
          && decoded.message().data() instanceof ItemDeclaration declaration) {
        var quality = RULES.assess(first(decoded) ? unreachable(declaration) : declaration);
        quality.met().forEach(m -> counts.add(count(operator, declaration, m, 1, 0, 0, 0)));
        quality.failed().forEach(m -> counts.add(count(operator, declaration, m, 0, 1, 0, 0)));
        quality.unknown().forEach(m -> counts.add(count(operator, declaration, m, 0, 0, 1, 0)));
        for (var time : List.of(Measure.BEFORE_DISPATCH, Measure.BEFORE_ARRIVAL)) {
          counts.add(
              first(decoded)
                  ? count(operator, declaration, time, 1, 0, 0, 150)
                  : count(operator, declaration, time, 0, 0, 1, 0));
        }
      }
    }
    return counts;
  }

  private static boolean first(Decoded decoded) {
    return decoded.position() == 1;
  }

  private static ItemDeclaration unreachable(ItemDeclaration declaration) {
    var addressee = declaration.recipient().toBuilder().phone(null).email(null).build();
    return declaration.toBuilder().recipient(addressee).build();
  }

  private static QualityCount count(
      String operator,
      ItemDeclaration declaration,
      Measure measure,
      long met,
      long failed,
      long unknown,
      long minutes) {
    return new QualityCount(
        operator,
        declaration.originCountryCode(),
        declaration.destinationCountryCode(),
        LocalDate.now(ZoneOffset.UTC),
        measure.key(),
        met,
        failed,
        unknown,
        minutes);
  }
}
