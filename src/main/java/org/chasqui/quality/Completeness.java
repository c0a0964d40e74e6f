package org.chasqui.quality;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.chasqui.message.Address;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;
import org.chasqui.message.Party;

/**
 * Whether the fields that the destination needs are there. A field of the contents is there when
 * every piece has it; a text is there when it has a letter or a digit.
 */
final class Completeness {
  /** Documents have no value, tariff code or origin of their own. */
  private static final Set<Measure> OF_GOODS =
      EnumSet.of(
          Measure.CONTENT_HS_CODE,
          Measure.CONTENT_NET_MASS,
          Measure.CONTENT_VALUE,
          Measure.CONTENT_ORIGIN);

  private static final Set<Measure> FIELDS = Measure.fieldsOf(Dimension.COMPLETENESS);

  private final FieldNeeds needs;

  Completeness(FieldNeeds needs) {
    this.needs = needs;
  }

  void judge(ItemDeclaration declaration, Assessment.Draft draft) {
    var documents = declaration.itemCategory() == ItemCategory.DOCUMENTS;
    for (var field : needs.of(declaration.destinationCountryCode())) {
      if (!documents || !OF_GOODS.contains(field)) {
        draft.judge(field, isThere(field, declaration));
      }
    }
    draft.sum(Measure.COMPLETE, FIELDS);
  }

  private static boolean isThere(Measure field, ItemDeclaration declaration) {
    return switch (field.pointer().split("/")[1]) {
      case "sender" -> ofParty(field, declaration.sender());
      case "recipient" -> ofParty(field, declaration.recipient());
      case "itemCategory" -> declaration.itemCategory() != null;
      case "grossMass" -> isThere(declaration.grossMass());
      default -> ofContents(field, declaration.contents());
    };
  }

  private static boolean ofParty(Measure field, Party party) {
    if (party == null) {
      return false;
    }
    var address = party.address() == null ? Address.builder().build() : party.address();
    return switch (field) {
      case SENDER_NAME, ADDRESSEE_NAME -> hasName(party);
      case SENDER_STREET, ADDRESSEE_STREET ->
          address.streetLines().stream().anyMatch(Completeness::isThere)
              || isThere(address.poBox());
      case SENDER_CITY, ADDRESSEE_CITY -> isThere(address.city());
      case SENDER_POSTCODE, ADDRESSEE_POSTCODE -> isThere(address.postcode());
      case SENDER_COUNTRY, ADDRESSEE_COUNTRY -> isThere(address.countryCode());
      case SENDER_CONTACT, ADDRESSEE_CONTACT -> isThere(party.phone()) || isThere(party.email());
      default -> party.identifiers().stream().anyMatch(id -> id != null && isThere(id.value()));
    };
  }

  private static boolean hasName(Party party) {
    return isThere(party.name())
        || isThere(party.organisationName())
        || isThere(party.givenName())
        || isThere(party.familyName());
  }

  private static boolean ofContents(Measure field, List<ContentPiece> contents) {
    Predicate<ContentPiece> has =
        switch (field) {
          case CONTENT_DESCRIPTION -> piece -> isThere(piece.description());
          case CONTENT_QUANTITY -> piece -> piece.quantity() != null;
          case CONTENT_HS_CODE -> piece -> isThere(piece.hsCode());
          case CONTENT_NET_MASS -> piece -> isThere(piece.netMass());
          case CONTENT_VALUE -> piece -> isThere(piece.value());
          default -> piece -> isThere(piece.originCountryCode());
        };
    return !contents.isEmpty() && contents.stream().allMatch(has);
  }

  private static boolean isThere(Mass mass) {
    return mass != null && isThere(mass.value());
  }

  private static boolean isThere(Money money) {
    return money != null && isThere(money.amount()) && isThere(money.currencyCode());
  }

  private static boolean isThere(String text) {
    if (text == null) {
      return false;
    }
    for (var i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
