package org.chasqui.codec.siga;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.AnswerValues;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Money;

/**
 * The format settings of a profile that is sent SIGA documents. Most of SIGA's code lists are not
 * public (§5), so their values are settings.
 *
 * @param currency of all amounts: the documents have no element for it
 * @param declareAbove value above which an item goes in a declaration of its own; null for none
 */
record SigaSettings(Map<String, String> texts, String currency, BigDecimal declareAbove) {
  static final String MANIFEST_NUMBER = "manifestNumber";
  static final String TRANSIT_TYPE = "transitType";
  static final String PACKAGE_UNIT = "packageUnitCode";
  static final String EXPRESS_TYPE = "expressType";
  static final String CONSIGNOR_TYPE = "consignorType";
  static final String CONSIGNEE_TYPE = "consigneeType";
  static final String NO_DOCUMENT_TYPE = "noDocumentType";
  static final String NO_DOCUMENT_NUMBER = "noDocumentNumber";
  static final String LOADING_PLACE = "loadingPlace";

  static final String CLEARANCE_TYPE = "clearanceType";
  static final String AREA_CODE = "areaCode";
  static final String ENTRY_PORT = "entryPort";
  static final String TRANSPORT_COMPANY = "transportCompanyCode";
  static final String TRANSPORT_NATIONALITY = "transportNationality";
  static final String TRANSPORT_METHOD = "transportMethod";
  static final String BROKER_EMPLOYEE = "brokerEmployeeCode";
  static final String BROKER_COMPANY = "brokerCompanyCode";
  static final String DECLARANT_CODE = "declarantCode";
  static final String DECLARANT_NAME = "declarantName";
  static final String DECLARANT_NATIONALITY = "declarantNationality";
  static final String REGIMEN_CODE = "regimenCode";
  static final String UNIT_CODE = "unitCode";
  static final String PRODUCT_STATUS = "productStatusCode";

  private static final String CURRENCY = "currency";
  private static final String DECLARE_ABOVE = "declareAbove";

  /** Code map from ISO 3166-1 alpha-2 to its numeric code. */
  static final String COUNTRY_MAP = "country";

  /** Code map from the scheme of an identifier to the prefix of a person's code. */
  static final String DOCUMENT_MAP = "document-type";

  /** Code map from the origin country to the UN/LOCODE where the post of it loads. */
  static final String LOADING_MAP = "loading-place";

  /** Code map from units of UN/ECE Rec 20 to {@code UnitCode}. */
  static final String UNIT_MAP = "unit";

  static final Set<String> MAPS = Set.of(COUNTRY_MAP, DOCUMENT_MAP, LOADING_MAP, UNIT_MAP);

  static final Set<String> KEYS =
      Set.of(
          CURRENCY,
          DECLARE_ABOVE,
          MANIFEST_NUMBER,
          TRANSIT_TYPE,
          PACKAGE_UNIT,
          EXPRESS_TYPE,
          CONSIGNOR_TYPE,
          CONSIGNEE_TYPE,
          NO_DOCUMENT_TYPE,
          NO_DOCUMENT_NUMBER,
          LOADING_PLACE,
          CLEARANCE_TYPE,
          AREA_CODE,
          ENTRY_PORT,
          TRANSPORT_COMPANY,
          TRANSPORT_NATIONALITY,
          TRANSPORT_METHOD,
          BROKER_EMPLOYEE,
          BROKER_COMPANY,
          DECLARANT_CODE,
          DECLARANT_NAME,
          DECLARANT_NATIONALITY,
          REGIMEN_CODE,
          UNIT_CODE,
          PRODUCT_STATUS);

  /** What both documents need; those of the declaration are asked for when one is written. */
  static final Set<String> REQUIRED =
      Set.of(MANIFEST_NUMBER, TRANSIT_TYPE, PACKAGE_UNIT, CONSIGNOR_TYPE, CONSIGNEE_TYPE);

  static SigaSettings of(ProfileView view) {
    var limit = view.setting(DECLARE_ABOVE);
    return new SigaSettings(
        view.settings(),
        view.setting(CURRENCY, "USD"),
        limit == null ? null : new BigDecimal(limit));
  }

  /** A setting, or null. */
  String text(String key) {
    return texts.get(key);
  }

  /** A setting, or a default. */
  String text(String key, String otherwise) {
    return texts.getOrDefault(key, otherwise);
  }

  /**
   * True for an item worth more than the simplified regime takes. One whose value is not in the
   * currency of the limit cannot be compared and stays under the master.
   */
  boolean declares(ItemDeclaration item) {
    if (declareAbove == null) {
      return false;
    }
    var value = item.declaredValue();
    if (value != null) {
      return amount(value).compareTo(declareAbove) > 0;
    }
    var sum = BigDecimal.ZERO;
    for (var piece : item.contents()) {
      sum = sum.add(amount(piece.value()));
    }
    return sum.compareTo(declareAbove) > 0;
  }

  /** True for an item whose value the limit cannot be held against. */
  boolean cannotCompare(ItemDeclaration item) {
    var value = item.declaredValue();
    return declareAbove != null && value != null && !isComparable(value);
  }

  private boolean isComparable(Money money) {
    return money != null
        && currency.equals(money.currencyCode())
        && AnswerValues.amount(money.amount()) != null;
  }

  private BigDecimal amount(Money money) {
    return isComparable(money) ? new BigDecimal(money.amount()) : BigDecimal.ZERO;
  }
}
