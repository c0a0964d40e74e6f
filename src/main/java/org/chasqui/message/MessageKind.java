package org.chasqui.message;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of regional message, each with its schema name and its CloudEvents type. */
public enum MessageKind {
  ITEM_DECLARATION("item-declaration", "submitted", ItemDeclaration.class),
  DISPATCH_PREADVICE("dispatch-preadvice", "submitted", DispatchPreadvice.class),
  TRACKING_EVENT("tracking-event", "recorded", TrackingEvent.class),
  CUSTOMS_DECISION("customs-decision", "issued", CustomsDecision.class),
  CUSTOMS_REFERRAL("customs-referral", "issued", CustomsReferral.class),
  REFERRAL_RESPONSE("referral-response", "submitted", ReferralResponse.class),
  ACKNOWLEDGEMENT("acknowledgement", "issued", Acknowledgement.class),
  MARKETPLACE_ORDER("marketplace-order", "submitted", MarketplaceOrder.class);

  /** Prefix of the types of the regional standard. */
  public static final String TYPE_PREFIX = "lacead.";

  private final String schemaName;
  private final String type;
  private final Class<? extends RegionalData> dataClass;

  MessageKind(String schemaName, String verb, Class<? extends RegionalData> dataClass) {
    this.schemaName = schemaName;
    this.type = TYPE_PREFIX + schemaName + "." + verb + ".v1";
    this.dataClass = dataClass;
  }

  /** Name of the schema file without version, for example {@code item-declaration}. */
  public String schemaName() {
    return schemaName;
  }

  /** CloudEvents type, for example {@code lacead.item-declaration.submitted.v1}. */
  public String type() {
    return type;
  }

  /** The {@code dataschema} of version 1.0.0. */
  public String dataSchema() {
    return "urn:lac-ead:schema:" + schemaName + ":1.0.0";
  }

  /** The record that holds the data of this kind. */
  public Class<? extends RegionalData> dataClass() {
    return dataClass;
  }

  /** The kind with this CloudEvents type; empty for a type of no kind or of another version. */
  public static Optional<MessageKind> ofType(String type) {
    return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
  }
}
