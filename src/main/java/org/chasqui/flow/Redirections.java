package org.chasqui.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;

/**
 * Follows items that are sent on to another country by an amendment: who had the declaration and is
 * no longer concerned gets its cancellation, who is concerned for the first time gets an original.
 * A cancellation goes to all who have the declaration. The copies are recorded with the amendment.
 */
final class Redirections {
  /** Marks a copy: an attribute of the envelope. */
  static final String MARK = "derivedby";

  private final RegionalJson json;
  private final Profiles profiles;

  /** The last that each administration was sent of an item. */
  private final Map<String, Map<String, ItemDeclaration>> told = new HashMap<>();

  Redirections(Ledger ledger, RegionalJson json, Profiles profiles, List<Decoded> gathered) {
    this.json = json;
    this.profiles = profiles;
    var items = Declarations.items(gathered, MessageFunction.ORIGINAL);
    if (!items.isEmpty()) {
      ledger.itemBook().declarations(items).forEach(this::tell);
    }
  }

  private void tell(String item, Map<String, byte[]> sent) {
    sent.forEach(
        (recipient, document) ->
            tell(item, recipient, (ItemDeclaration) json.read(document).data()));
  }

  private void tell(String item, String recipient, ItemDeclaration declaration) {
    told.computeIfAbsent(item, unknown -> new LinkedHashMap<>()).put(recipient, declaration);
  }

  /** A declaration and the copies that come with it. */
  record Followed(Prepared declaration, List<Prepared> copies) {}

  Followed follow(Prepared prepared) {
    if (prepared.refused()
        || prepared.repeated()
        || !(prepared.message().data() instanceof ItemDeclaration declaration)) {
      return new Followed(prepared, List.of());
    }
    var followed =
        declaration.function() == MessageFunction.ORIGINAL
            ? new Followed(prepared, List.of())
            : follow(prepared, declaration);
    followed
        .declaration()
        .recipients()
        .forEach(one -> tell(declaration.itemId(), one.id(), declaration));
    followed
        .copies()
        .forEach(
            copy ->
                tell(
                    declaration.itemId(),
                    copy.recipients().getFirst().id(),
                    (ItemDeclaration) copy.message().data()));
    return followed;
  }

  private Followed follow(Prepared prepared, ItemDeclaration declaration) {
    var having = new LinkedHashMap<>(told.getOrDefault(declaration.itemId(), Map.of()));
    having.values().removeIf(last -> last.function() == MessageFunction.CANCELLATION);
    var holders = having.keySet().stream().flatMap(id -> profiles.byId(id).stream()).toList();
    if (having.isEmpty()) {
      return new Followed(prepared, List.of());
    }
    if (declaration.function() == MessageFunction.CANCELLATION) {
      return new Followed(to(prepared, holders), List.of());
    }
    var copies = new ArrayList<Prepared>();
    for (var holder : holders) {
      if (!prepared.recipients().contains(holder)) {
        var last = having.get(holder.id());
        copies.add(copy(prepared, last, MessageFunction.CANCELLATION, holder));
      }
    }
    for (var wanted : prepared.recipients()) {
      if (!holders.contains(wanted)) {
        copies.add(copy(prepared, declaration, MessageFunction.ORIGINAL, wanted));
      }
    }
    var kept = prepared.recipients().stream().filter(holders::contains).toList();
    return new Followed(to(prepared, kept), copies);
  }

  private static Prepared to(Prepared prepared, List<Profile> recipients) {
    return new Prepared(
        prepared.decoded(), prepared.message(), prepared.problems(), recipients, null);
  }

  private static Prepared copy(
      Prepared prepared, ItemDeclaration of, MessageFunction function, Profile recipient) {
    var amended = (ItemDeclaration) prepared.message().data();
    var copied = of.toBuilder().function(function).version(amended.version()).build();
    var message = new RegionalMessage(envelope(prepared.message().envelope(), recipient), copied);
    return new Prepared(prepared.decoded(), message, List.of(), List.of(recipient), null);
  }

  private static Envelope envelope(Envelope of, Profile recipient) {
    var other = new HashMap<>(of.other());
    other.put(MARK, PartyAddress.GATEWAY.code());
    return new Envelope(
        DecodeContext.stableId(of.id() + "/" + recipient.id()),
        of.source(),
        of.kind(),
        of.subject(),
        of.time(),
        recipient.identity().address().urn(),
        of.correlationId(),
        of.id(),
        of.test(),
        other);
  }
}
