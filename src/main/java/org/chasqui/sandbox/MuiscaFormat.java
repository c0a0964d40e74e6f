package org.chasqui.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.profile.Profile;

/**
 * Files in the frame of MUISCA (national-south-america-mexico §1.5): checked by our schema, and by
 * count and total of the head. What comes back is not known: decisions are regional messages.
 */
final class MuiscaFormat implements HubFormat {
  private final RegionalFormat answers;
  private final XsdCheck check;

  MuiscaFormat(Profile profile, SandboxOptions options) {
    this.answers = new RegionalFormat(profile, options);
    var file = options.config().resolve("formats/muisca/file.xsd");
    this.check = options.strict() ? XsdCheck.of(List.of(file), "none", "none") : null;
  }

  @Override
  public Submission read(byte[] document) {
    var files = SubmittedXml.all(document, "mas");
    if (files.isEmpty()) {
      return QuickScan.unreadable("XML");
    }
    var itemIds = SubmittedXml.attributes(document, "envio", "guia");
    var faults = new ArrayList<Fault>();
    if (check != null) {
      faults.addAll(check.faults(document));
      if (faults.isEmpty()) {
        var head = files.get().getFirst();
        head(head.text("Cab/CantReg"), BigDecimal.valueOf(itemIds.size()), "CantReg", faults);
        var total = BigDecimal.ZERO;
        for (var value : SubmittedXml.attributes(document, "envio", "valor")) {
          total = total.add(new BigDecimal(value));
        }
        head(head.text("Cab/ValorTotal"), total, "ValorTotal", faults);
      }
    }
    return new Submission(itemIds, faults, null);
  }

  private static void head(String stated, BigDecimal counted, String place, List<Fault> faults) {
    if (new BigDecimal(stated).compareTo(counted) != 0) {
      faults.add(new Fault(null, place, "TOTAL", "no es el de los registros"));
    }
  }

  @Override
  public HubAnswer receipt(String reference) {
    return answers.receipt(reference);
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    return answers.refusal(faults);
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    return answers.decisions(rulings);
  }

  @Override
  public String mediaType() {
    return answers.mediaType();
  }
}
