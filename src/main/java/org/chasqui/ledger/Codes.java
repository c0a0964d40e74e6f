package org.chasqui.ledger;

import java.time.Instant;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;

/** How values stand in the store: numbers that never change their meaning. */
final class Codes {
  private Codes() {}

  static int of(MessageKind kind) {
    return switch (kind) {
      case ITEM_DECLARATION -> 1;
      case DISPATCH_PREADVICE -> 2;
      case TRACKING_EVENT -> 3;
      case CUSTOMS_DECISION -> 4;
      case CUSTOMS_REFERRAL -> 5;
      case REFERRAL_RESPONSE -> 6;
      case ACKNOWLEDGEMENT -> 7;
      case MARKETPLACE_ORDER -> 8;
    };
  }

  static MessageKind kind(int code) {
    for (var kind : MessageKind.values()) {
      if (of(kind) == code) {
        return kind;
      }
    }
    throw new LedgerException("unknown kind of message in the store: " + code);
  }

  static InterchangeState interchangeState(int code) {
    for (var state : InterchangeState.values()) {
      if (state.code() == code) {
        return state;
      }
    }
    throw new LedgerException("unknown state of an interchange in the store: " + code);
  }

  static DeliveryState deliveryState(int code) {
    for (var state : DeliveryState.values()) {
      if (state.code() == code) {
        return state;
      }
    }
    throw new LedgerException("unknown state of a delivery in the store: " + code);
  }

  static LineState lineState(int code) {
    for (var state : LineState.values()) {
      if (state.code() == code) {
        return state;
      }
    }
    throw new LedgerException("unknown state of a line in the store: " + code);
  }

  static DecisionStatus status(String name) {
    return name == null ? null : DecisionStatus.valueOf(name);
  }

  static String text(DecisionStatus status) {
    return status == null ? null : status.name();
  }

  static int flag(boolean value) {
    return value ? 1 : 0;
  }

  static Long millis(Instant moment) {
    return moment == null ? null : moment.toEpochMilli();
  }
}
