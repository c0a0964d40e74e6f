package org.chasqui.sandbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.profile.Profile;

/**
 * SIGA: consolidated masters and declarations in, checked against our schemas. Its answers are not
 * published, so decisions are regional messages; their numbers have the published patterns, {@code
 * 20050-IC01-2611-000123} of a declaration and {@code …-CL11-…} of a liquidation
 * (national-caribbean-central-america §2.11).
 */
final class SigaFormat implements HubFormat {
  private static final int HEAD = 512;
  private static final List<String> PARTS =
      List.of("TotalFOB", "InsuranceValue", "FreightValue", "OtherValue");

  private final String areaCode;
  private final ZoneId zone;
  private final RegionalDecisions decisions;
  private final XsdCheck master;
  private final XsdCheck declaration;

  SigaFormat(Profile profile, SandboxOptions options) {
    this.areaCode = profile.format().settings().getOrDefault("areaCode", "10000");
    this.zone = profile.identity().zone();
    this.decisions =
        new RegionalDecisions(
            profile.identity(), ruling -> number("IC01", ruling), ruling -> number("CL11", ruling));
    this.master = check(options, "import-consolidate-master.xsd", "ManifestBL", "HouseBLNo");
    this.declaration = check(options, "import-dua.xsd", "ImpDeclaration", "BLNo");
  }

  private static XsdCheck check(SandboxOptions options, String file, String item, String id) {
    Path schema = options.config().resolve("formats/siga").resolve(file);
    return options.strict() ? XsdCheck.of(List.of(schema), item, id) : null;
  }

  private String number(String kind, Ruling ruling) {
    var month = DateTimeFormatter.ofPattern("yyMM").format(ruling.at().atZone(zone));
    return areaCode + "-" + kind + "-" + month + "-" + ruling.registration().substring(6);
  }

  @Override
  public Submission read(byte[] document) {
    var head = new String(document, 0, Math.min(HEAD, document.length), StandardCharsets.UTF_8);
    boolean declares = head.contains("<ImportDUA");
    var quick = QuickScan.xmlTexts(document, null, declares ? "BLNo" : "HouseBLNo");
    var check = declares ? declaration : master;
    if (check == null || !quick.faults().isEmpty()) {
      return quick;
    }
    var faults = new ArrayList<>(check.faults(document));
    if (declares && faults.isEmpty()) {
      totals(document, quick.itemIds(), faults);
    }
    return new Submission(quick.itemIds(), faults, null);
  }

  /** The parts of each declaration make its CIF value. */
  private static void totals(byte[] document, List<String> itemIds, List<Fault> faults) {
    var sums = new ArrayList<BigDecimal>();
    itemIds.forEach(itemId -> sums.add(BigDecimal.ZERO));
    for (var part : PARTS) {
      var texts = QuickScan.xmlTexts(document, null, part).itemIds();
      for (int i = 0; i < sums.size(); i++) {
        sums.set(i, sums.get(i).add(new BigDecimal(texts.get(i))));
      }
    }
    var totals = QuickScan.xmlTexts(document, null, "TotalCIF").itemIds();
    for (int i = 0; i < sums.size(); i++) {
      if (sums.get(i).compareTo(new BigDecimal(totals.get(i))) != 0) {
        faults.add(new Fault(itemIds.get(i), "TotalCIF", "SUM", "not the sum of its parts"));
      }
    }
  }

  @Override
  public HubAnswer receipt(String reference) {
    return RegionalFormat.accepted(reference);
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    return RegionalFormat.refused(faults);
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    return decisions.write(rulings);
  }

  @Override
  public String mediaType() {
    return RegionalFormat.MEDIA_TYPE;
  }
}
