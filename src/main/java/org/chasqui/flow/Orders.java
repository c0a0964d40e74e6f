package org.chasqui.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.RecordedMessage;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemId;
import org.chasqui.message.Location;
import org.chasqui.message.MarketplaceOrder;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.PartyRole;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Severity;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.chasqui.rule.OrderMerge;

/** Brings the orders of marketplaces and the declarations of posts together. */
final class Orders {
  private final Ledger ledger;
  private final Profiles profiles;
  private final RegionalJson json;
  private final boolean any;

  Orders(Ledger ledger, Profiles profiles, RegionalJson json) {
    this.ledger = ledger;
    this.profiles = profiles;
    this.json = json;
    this.any = !profiles.marketplaces().isEmpty();
  }

  /** The orders behind the declarations of a part; nothing is looked up without marketplaces. */
  Book of(List<Decoded> gathered, Profile sender) {
    var keys = new HashSet<String>();
    for (var decoded : any ? gathered : List.<Decoded>of()) {
      if (decoded.message() != null && decoded.message().data() instanceof ItemDeclaration item) {
        keys.add(item.itemId());
        keys.add(item.localItemId());
      }
    }
    keys.remove(null);
    return new Book(keys.isEmpty() ? Map.of() : ledger.orders(keys), sender);
  }

  /** What a sender may not say, and what comes late. */
  List<Problem> problems(RegionalMessage message, ItemHeads heads, Profile sender) {
    boolean ofMarketplace = sender.identity().role() == PartyRole.MARKETPLACE;
    if (!(message.data() instanceof MarketplaceOrder order)) {
      return ofMarketplace ? List.of(notAllowed(message, "marketplace-order")) : List.of();
    }
    if (!ofMarketplace) {
      return List.of(notAllowed(message, "a message of the sender's role"));
    }
    if (order.itemId() == null || heads.of(order.itemId()) == null) {
      return List.of();
    }
    return List.of(
        new Problem(
            ProblemCode.VERSION_ORDER,
            Severity.INFO,
            new Location.AtPointer("/itemId"),
            null,
            "the order before the declaration; it completes the next version only"));
  }

  private static Problem notAllowed(RegionalMessage message, String expected) {
    var kind = message.kind().schemaName();
    return Problem.of(ProblemCode.NOT_ALLOWED, Location.WHOLE, kind, expected);
  }

  /** The orders that one part needs. */
  final class Book {
    private final Map<String, List<RecordedMessage>> recorded;
    private final Profile declarant;

    private Book(Map<String, List<RecordedMessage>> recorded, Profile declarant) {
      this.recorded = recorded;
      this.declarant = declarant;
    }

    /** The message, completed when it is a declaration with orders; conflicts are added. */
    RegionalMessage completed(RegionalMessage message, List<Problem> problems) {
      if (recorded.isEmpty()
          || !(message.data() instanceof ItemDeclaration declaration)
          || declaration.function() == MessageFunction.CANCELLATION) {
        return message;
      }
      var sources = sources(declaration);
      if (sources.isEmpty()) {
        return message;
      }
      var address = declarant.identity().address().urn();
      var merged = OrderMerge.merge(declaration, address, sources);
      problems.addAll(merged.problems());
      return message.with(merged.declaration());
    }

    /** By item id first, then by local id; of one order the last that came. */
    private List<OrderMerge.Source> sources(ItemDeclaration declaration) {
      var latest = new LinkedHashMap<String, OrderMerge.Source>();
      var keys = new ArrayList<String>();
      keys.add(declaration.itemId());
      keys.add(declaration.localItemId());
      keys.removeIf(Objects::isNull);
      for (var key : keys) {
        for (var message : recorded.getOrDefault(key, List.of())) {
          var order = (MarketplaceOrder) json.read(message.json()).data();
          var id = message.sender() + "/" + order.orderId();
          if (fits(order, declaration) && address(message.sender()) != null) {
            latest.put(id, new OrderMerge.Source(address(message.sender()), order));
          }
        }
      }
      return List.copyOf(latest.values());
    }

    /**
     * An order holds what is known of a buyer, so only a post of the country that gives the item
     * its id gets it; a tracking number is the seller's own, so the seller must be of that country
     * too.
     */
    private boolean fits(MarketplaceOrder order, ItemDeclaration declaration) {
      var country = declarant.identity().countryCode();
      var itemCountry = ItemId.parse(declaration.itemId()).flatMap(ItemId::countryCode);
      if (itemCountry.isPresent() && !itemCountry.get().equals(country)) {
        return false;
      }
      boolean byItemId = declaration.itemId().equals(order.itemId());
      return (byItemId && itemCountry.isPresent()) || sellsFrom(country, order, byItemId);
    }

    private static boolean sellsFrom(String country, MarketplaceOrder order, boolean byItemId) {
      var address = order.seller() == null ? null : order.seller().address();
      return (byItemId || order.itemId() == null)
          && address != null
          && country.equals(address.countryCode());
    }

    /** The address of a marketplace that takes part still. */
    private String address(String party) {
      return profiles
          .byId(party)
          .filter(profile -> profile.identity().role() == PartyRole.MARKETPLACE)
          .map(profile -> profile.identity().address().urn())
          .orElse(null);
    }
  }
}
