package org.chasqui.message;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The {@code data} of a regional message: one record for each kind of the shared schema ({@code
 * config/schema}). Amounts, masses and rates are decimal strings; times are RFC 3339 text with an
 * offset, kept as they were written.
 */
public sealed interface RegionalData
    permits ItemDeclaration,
        DispatchPreadvice,
        TrackingEvent,
        CustomsDecision,
        CustomsReferral,
        ReferralResponse,
        Acknowledgement,
        MarketplaceOrder {

  /** Which kind this is. */
  @JsonIgnore
  MessageKind kind();

  /** The id of the thing it is about: an item, a dispatch, a referral; the CloudEvents subject. */
  @JsonIgnore
  String businessKey();
}
