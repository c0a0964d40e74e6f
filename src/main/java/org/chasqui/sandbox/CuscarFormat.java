package org.chasqui.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.codec.Codec;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.upu.UpuCodecs;
import org.chasqui.message.ItemId;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.Problem;
import org.chasqui.profile.Profile;

/**
 * UN/EDIFACT of customs: CUSCAR in, read by the layout of {@code config/edifact} with every warning
 * a fault and the head as the profile says it; CUSRES out. Calls and receipts are ours: nothing
 * public says how these interchanges travel.
 */
final class CuscarFormat implements HubFormat {
  private static final String EDIFACT = "application/edifact";

  /** UNA may stand before it; elements are separated as usual. */
  private static final Pattern HEAD =
      Pattern.compile(
          "(?:UNA:\\+\\.\\? '\\s*)?UNB\\+([^+]*)\\+([^+:]*):?([^+]*)\\+([^+:]*):?([^+]*)"
              + "\\+([0-9]*):([0-9]*)\\+([^+']*)[+'].*",
          Pattern.DOTALL);

  private final ProfileView hub;
  private final ProfileView gateway;
  private final PartyAddress address;
  private final Decoder reader;
  private final Encoder writer;
  private final boolean strict;

  CuscarFormat(Profile profile, SandboxOptions options) {
    var settings = new HashMap<>(profile.format().settings());
    this.hub = view(profile, profile.identity().address().urn(), settings);
    this.address = profile.identity().address();
    var swapped = new HashMap<>(settings);
    swapped.put("edi-id", settings.getOrDefault("edi-sender", "CHASQUI"));
    swapped.put("edi-sender", settings.getOrDefault("edi-id", address.code()));
    this.gateway = view(profile, PartyAddress.GATEWAY.urn(), swapped);
    var codecs = UpuCodecs.all(options.config().resolve("edifact"));
    this.reader = (Decoder) named(codecs, "upu-edifact");
    this.writer = (Encoder) named(codecs, "cusres-d96b");
    this.strict = options.strict();
  }

  private static Codec named(List<Codec> codecs, String name) {
    return codecs.stream().filter(codec -> codec.name().equals(name)).findFirst().orElseThrow();
  }

  private static ProfileView view(Profile profile, String urn, Map<String, String> settings) {
    var identity = profile.identity();
    return new ProfileView(
        identity.id(),
        urn,
        identity.name(),
        identity.countryCode(),
        identity.currency(),
        identity.zone(),
        identity.languages(),
        settings,
        Map.of(),
        false);
  }

  @Override
  public Submission read(byte[] document) {
    var text = new String(document, StandardCharsets.ISO_8859_1);
    if (!strict) {
      var itemIds = new ArrayList<String>();
      new EdiScan(text).declared(itemIds::add);
      return new Submission(itemIds, List.of(), null);
    }
    var itemIds = new ArrayList<String>();
    var faults = new ArrayList<Fault>();
    head(text, faults);
    if (faults.isEmpty()) {
      decode(document, itemIds, faults);
    }
    return new Submission(itemIds, faults, null);
  }

  /** Syntax, ids with their qualifiers, digits of the date: each as the profile has it. */
  private void head(String text, List<Fault> faults) {
    var head = HEAD.matcher(text);
    if (!head.matches()) {
      faults.add(new Fault(null, null, "UNREADABLE", "not EDIFACT"));
      return;
    }
    var qualifier = hub.setting("edi-qualifier", "");
    expect(faults, "1", head.group(1), hub.setting("edi-syntax", "UNOC:3"));
    expect(faults, "2.1", head.group(2), hub.setting("edi-sender", "CHASQUI"));
    expect(faults, "2.2", head.group(3), qualifier);
    expect(faults, "3.1", head.group(4), hub.setting("edi-id", address.code()));
    expect(faults, "3.2", head.group(5), qualifier);
    var digits = head.group(6).length() + ":" + head.group(7).length();
    expect(faults, "4", digits, hub.setting("edi-date-digits", "6") + ":4");
    int reference = head.group(8).length();
    expect(faults, "5", reference >= 1 && reference <= 14 ? "" : "length " + reference, "");
  }

  private static void expect(List<Fault> faults, String place, String found, String wanted) {
    if (!found.equals(wanted)) {
      faults.add(new Fault(null, "UNB element " + place, "UNB", "must be " + wanted));
    }
  }

  private void decode(byte[] document, List<String> itemIds, List<Fault> faults) {
    var context = new DecodeContext(gateway, hub.urn(), Instant.EPOCH, "hub");
    try {
      reader.decode(
          new ByteArrayInputStream(document),
          context,
          new Decoder.Sink() {
            @Override
            public void item(Decoded decoded) {
              itemIds.add(decoded.businessKey());
              decoded.problems().forEach(problem -> faults.add(fault(decoded, problem)));
              if (decoded.message() != null && ItemId.parse(decoded.businessKey()).isEmpty()) {
                faults.add(new Fault(decoded.businessKey(), "CNI", "S10", "must be an item id"));
              }
            }

            @Override
            public void end(DocumentEnd end) {
              end.problems().forEach(problem -> faults.add(fault(null, problem)));
            }
          });
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  private static Fault fault(Decoded decoded, Problem problem) {
    return new Fault(
        decoded == null ? null : decoded.businessKey(),
        problem.location().text(),
        problem.code().code(),
        "must be " + problem.expected());
  }

  @Override
  public HubAnswer receipt(String reference) {
    return HubAnswer.empty(202);
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    return RegionalFormat.refused(faults);
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    var messages = rulings.stream().map(ruling -> RulingDecision.of(ruling, address)).toList();
    var names = new StringBuilder();
    rulings.forEach(ruling -> names.append(ruling.id()));
    var reference =
        DecodeContext.stableId(names.toString())
            .replace("-", "")
            .substring(0, 14)
            .toUpperCase(Locale.ROOT);
    var at = rulings.getLast().at();
    return writer.encode(messages, new EncodeContext(gateway, at, reference)).document();
  }

  @Override
  public String mediaType() {
    return EDIFACT;
  }
}
