package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.SharedFolder;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;

/** Files of archivo M3 keep the published counts of fields, their lengths and their own totals. */
class M3LayoutTest {
  private static final Map<String, Integer> FIELDS =
      Map.of("500", 6, "501", 35, "505", 17, "551", 26, "800", 5, "801", 5);

  @Test
  void everyRecordHasItsFieldsAndTheLastCountsThem() {
    var lines = file(3, 12);
    assertThat(lines)
        .allSatisfy(fields -> assertThat(fields).as(fields[0]).hasSize(FIELDS.get(fields[0])));
    var last = lines.getLast();
    assertThat(last[0]).isEqualTo("801");
    assertThat(last[1]).matches("m3842[0-9]{3}\\.[0-9]{3}");
    assertThat(last[2]).isEqualTo("12");
    assertThat(last[3]).isEqualTo(Integer.toString(lines.size() - 1));
    assertThat(lines.stream().filter(fields -> fields[0].equals("500"))).hasSize(12);
  }

  @Test
  void everyNamedFieldKeepsTheTypeAndLengthOfTheLayout() throws Exception {
    var layout = new HashMap<String, String>();
    for (var row : Files.readAllLines(SharedFolder.path("samples/national/mx/layout.csv"))) {
      var cells = row.split(",");
      layout.put(cells[0] + "/" + cells[1], cells[cells.length - 1]);
    }
    for (int seed = 0; seed < 50; seed++) {
      for (var fields : file(seed, 10)) {
        for (int i = 0; i < fields.length; i++) {
          var form = layout.get(fields[0] + "/" + (i + 1));
          if (form != null && !fields[i].isEmpty()) {
            assertThat(fields[i]).as("%s/%d %s", fields[0], i + 1, form).matches(pattern(form));
          }
        }
      }
    }
  }

  private static String pattern(String form) {
    var digits = form.substring(1);
    return switch (form.charAt(0)) {
      case 'N' -> "[0-9]{1," + digits + "}";
      case 'D' -> {
        var parts = digits.split("\\.");
        yield "(?=.{1,"
            + (Integer.parseInt(parts[0]) + 1)
            + "}$)[0-9]+(\\.[0-9]{1,"
            + parts[1]
            + "})?";
      }
      default -> "[^|\\n]{1," + digits + "}";
    };
  }

  private static List<String[]> file(int seed, int items) {
    var codec = NationalViews.encoder("saai-m3");
    var declarations = new Declarations(seed, SouthernViews.MX);
    var messages = new ArrayList<RegionalMessage>();
    for (int i = 0; i < items; i++) {
      messages.add(declarations.next());
    }
    var document = codec.encode(messages, NationalViews.encoding(codec)).document();
    return new String(document, StandardCharsets.ISO_8859_1)
        .lines()
        .map(line -> line.split("\\|", -1))
        .toList();
  }
}
