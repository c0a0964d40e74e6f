package org.chasqui.flow;

import org.chasqui.message.ItemDeclaration;
import org.chasqui.profile.Enrichment;

/** By which id of the addressee a service is asked; it is never kept. */
final class EnquiredPerson {
  private EnquiredPerson() {}

  /** The first id of a scheme that the service knows, letters and digits alone; null without. */
  static String identifier(Enrichment service, ItemDeclaration declaration) {
    var person = declaration.recipient();
    if (person == null) {
      return null;
    }
    var country = declaration.destinationCountryCode();
    return person.identifiers().stream()
        .filter(id -> id.value() != null && service.identifiers().contains(id.schemeCode()))
        .filter(id -> id.issuingCountryCode() == null || id.issuingCountryCode().equals(country))
        .map(id -> id.value().replaceAll("[^0-9A-Za-z]", ""))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
