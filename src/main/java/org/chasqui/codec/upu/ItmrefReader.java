package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.message.AgencyType;
import org.chasqui.message.Authority;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Reason;
import org.chasqui.message.ReferralAuthority;
import org.chasqui.message.ReferralRequest;
import org.chasqui.message.ReferralState;
import org.chasqui.message.ReferralType;
import org.chasqui.message.RegionalData;

/**
 * Reads an item of ITMREF as a customs referral (upu-messages-interim-guide, The others). ASC, the
 * end of the assessment, is the decision that it is complete; ERR and INC ask for an amendment.
 */
final class ItmrefReader {
  private static final int TEXT = 512;
  private static final String COMPLETE = "ASC";
  private static final List<String> FAULTY = List.of("ERR", "INC");

  /** The list of the codes that ask for an amendment; its name is ours. */
  private static final String REFERRALS = "UPU:REFERRAL";

  private final InterchangeReader.Item item;
  private final Group group;
  private final ProfileView view;
  private final ItemReader values;
  private final ReferralValues common;

  ItmrefReader(InterchangeReader.Item item, ProfileView view) {
    this.item = item;
    this.group = item.group();
    this.view = view;
    this.values = new ItemReader(item);
    this.common = new ReferralValues(group, values);
  }

  /** A referral, or the decision that the assessment is complete. */
  RegionalData referral() {
    var code = common.typeCode();
    return COMPLETE.equals(code) ? complete() : referral(code);
  }

  private ZoneId zone() {
    return ImpcZones.builtIn().zone(view.countryCode()).orElse(view.zone());
  }

  private String issuedAt() {
    var told = values.time(group, "148", zone());
    return told == null ? values.time(item.header(), "137", zone()) : told;
  }

  private CustomsReferral referral(String code) {
    boolean faulty = FAULTY.contains(String.valueOf(code));
    var reasons = reasons();
    if (faulty) {
      reasons.add(new Reason(code, REFERRALS, null, null, Map.of()));
    }
    return new CustomsReferral(
        common.referralId(),
        1,
        faulty ? ReferralType.AMD : common.type(code),
        state(),
        null,
        common.scope(),
        issuedAt(),
        values.time(group, "63", zone()),
        new ReferralAuthority(view.countryCode(), name(), office(), Map.of()),
        null,
        reasons,
        requests(),
        List.of(),
        null,
        Map.of(),
        List.of(),
        Map.of());
  }

  private CustomsDecision complete() {
    var itemId = group.trigger().text(2);
    return CustomsDecision.builder()
        .decisionId(
            DecodeContext.stableId(
                "decision/"
                    + item.interchange().sender()
                    + "/"
                    + item.interchange().reference()
                    + "/"
                    + item.message().reference()
                    + "/"
                    + itemId))
        .version(1)
        .declaration(common.scope().items().getFirst())
        .status(DecisionStatus.ASSESSMENT_COMPLETE)
        .decidedAt(issuedAt())
        .customsOfficeCode(office())
        .authority(new Authority(view.countryCode(), name(), AgencyType.CUSTOMS, null))
        .reasons(reasons())
        .build();
  }

  private ReferralState state() {
    var gis = group.first("GIS");
    var name = gis == null ? null : gis.text(1, 4);
    for (var state : ReferralState.values()) {
      if (state.name().equals(name)) {
        return state;
      }
    }
    return ReferralState.OPEN;
  }

  private String name() {
    var nad = item.header().first("NAD", 1, 1, "MS");
    return nad == null ? null : nad.text(2);
  }

  private String office() {
    var loc = group.first("LOC", 1, 1, "22");
    return loc == null ? null : loc.text(2);
  }

  private List<Reason> reasons() {
    var reasons = new ArrayList<Reason>();
    for (var ftx : group.all("FTX")) {
      if (ftx.segment().is(1, 1, "AAI")) {
        var text = values.cut(ftx, 4, ItemReader.joined(ftx, 4), TEXT);
        reasons.add(new Reason(ftx.text(3, 1), ftx.text(3, 2), text, ftx.text(5), Map.of()));
      }
    }
    return reasons;
  }

  private List<ReferralRequest> requests() {
    var requests = new ArrayList<ReferralRequest>();
    for (var request : group.groups("request")) {
      var code = request.first("ERC");
      var ftx = request.first("FTX");
      requests.add(
          new ReferralRequest(
              request.trigger().text(1, 2),
              code == null ? null : code.text(1, 1),
              values.cut(ftx, 4, ItemReader.joined(ftx, 4), TEXT),
              null,
              Map.of()));
    }
    return requests;
  }
}
