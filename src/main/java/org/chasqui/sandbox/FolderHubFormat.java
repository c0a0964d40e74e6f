package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.folder.FolderHub;
import org.chasqui.profile.Profile;

/**
 * A format that is a folder: checked against the folder's schema, answered by its template {@code
 * hub}; in regional JSON where it has none. Faults are told as problem details.
 */
final class FolderHubFormat implements HubFormat {
  private final FolderHub hub;
  private final RegionalFormat regional;
  private final Profile profile;
  private final boolean strict;

  FolderHubFormat(Profile profile, SandboxOptions options) {
    var folder = options.config().resolve("formats").resolve(profile.format().codec());
    this.hub = FolderHub.of(folder);
    this.regional = new RegionalFormat(profile, options);
    this.profile = profile;
    this.strict = options.strict();
  }

  @Override
  public Submission read(byte[] document) {
    var read = hub.read(document);
    if (read.problem() != null) {
      return QuickScan.unreadable("a document of " + profile.format().codec());
    }
    return new Submission(
        read.itemIds(), strict ? faults(document, read.itemIds()) : List.of(), null);
  }

  private List<Fault> faults(byte[] document, List<String> itemIds) {
    var faults = new ArrayList<Fault>();
    var alone = itemIds.size() == 1 ? itemIds.getFirst() : null;
    for (var fault : hub.faults(document)) {
      faults.add(new Fault(alone, fault.place(), "SCHEMA", "must hold: " + fault.rule()));
    }
    if (itemIds.isEmpty()) {
      faults.add(new Fault(null, "/", "EMPTY", "must hold an item"));
    }
    return faults;
  }

  @Override
  public HubAnswer receipt(String reference) {
    if (!hub.answers()) {
      return regional.receipt(reference);
    }
    var facts = new XmlText().open("receipt reference=\"" + reference + "\"").close("receipt");
    return HubAnswer.of(200, hub.mediaType(), hub.answer(text(facts)));
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    return regional.refusal(faults);
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    if (!hub.answers()) {
      return regional.decisions(rulings);
    }
    var identity = profile.identity();
    var xml = new XmlText();
    xml.open(
        "rulings country=\"%s\" currency=\"%s\" zone=\"%s\""
            .formatted(identity.countryCode(), identity.currency(), identity.zone()));
    for (var ruling : rulings) {
      xml.open("ruling" + facts(ruling)).close("ruling");
    }
    return hub.answer(text(xml.close("rulings")));
  }

  /** Item ids and numbers: nothing in them needs escaping once the id is checked. */
  private static String facts(Ruling ruling) {
    var duty =
        ruling.dutiable()
            ? " base=\"%s\" rate=\"%s\" duty=\"%s\""
                .formatted(
                    ruling.base().toPlainString(),
                    ruling.rate().toPlainString(),
                    ruling.duty().toPlainString())
            : "";
    return " itemId=\"%s\" step=\"%d\" verdict=\"%s\" at=\"%s\" id=\"%s\" registration=\"%s\"%s"
        .formatted(
            ruling.itemId().replaceAll("[<>&\"]", "?"),
            ruling.step(),
            ruling.verdict(),
            ruling.at(),
            ruling.id(),
            ruling.registration(),
            duty);
  }

  private static String text(XmlText xml) {
    return new String(xml.bytes(), StandardCharsets.UTF_8);
  }

  @Override
  public String mediaType() {
    return hub.answers() ? hub.mediaType() : regional.mediaType();
  }
}
