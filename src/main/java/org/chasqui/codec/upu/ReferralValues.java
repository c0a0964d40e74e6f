package org.chasqui.codec.upu;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.codec.edifact.Group;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.ReferralType;
import org.chasqui.message.Scope;

/** What a referral and its answer have in common: the item, the referral's id and its type. */
final class ReferralValues {
  private static final Pattern ID = Pattern.compile("[A-Z0-9-]{1,17}");
  private static final int SHOWN = 6;

  private final Group group;
  private final ItemReader values;

  ReferralValues(Group group, ItemReader values) {
    this.group = group;
    this.values = values;
  }

  Scope scope() {
    var customs = group.first("RFF", 1, 1, "ABT");
    var reference =
        new DeclarationReference(
            group.trigger().text(2),
            null,
            null,
            customs == null ? null : customs.text(1, 2),
            Map.of());
    return new Scope(List.of(reference), List.of(), null, Map.of());
  }

  String referralId() {
    var rff = group.first("RFF", 1, 1, "ACW");
    var id = rff == null ? null : rff.text(1, 2);
    if (id != null && !ID.matcher(id).matches()) {
      values.refuse(rff, 1, 2, "length " + id.length(), "1 to 17 of A-Z, 0-9 and hyphen");
    }
    return id;
  }

  /** The code of the second GIS; null when there is none, which is refused. */
  String typeCode() {
    var all = group.all("GIS");
    var code = all.size() < 2 ? null : all.get(1).text(1, 1);
    if (code == null && !all.isEmpty()) {
      values.refuse(all.getLast(), 1, 1, "one GIS", "a second GIS with the type of the referral");
    }
    return code;
  }

  /** The type of a code; an unknown one is refused. */
  ReferralType type(String code) {
    for (var type : ReferralType.values()) {
      if (type.name().equals(code)) {
        return type;
      }
    }
    if (code != null) {
      var found = code.length() <= SHOWN ? code : "length " + code.length();
      values.refuse(group.all("GIS").get(1), 1, 1, found, "a type of referral");
    }
    return ReferralType.RFI;
  }
}
