package org.chasqui.app;

/** What {@code translate} makes of an interchange. */
enum Target {
  /** Regional messages: CloudEvents JSON. */
  REGIONAL(null),
  /** The document that each administration is sent. */
  NATIONAL(null),
  /** Item attributes to the post of destination. */
  ITMATT("upu-itmatt"),
  /** Item attributes to customs. */
  CUSITM("upu-cusitm"),
  /** Decisions to the post that declared the items. */
  CUSRSP("upu-cusrsp"),
  /** Tracking events of items to the post that they are addressed to. */
  EMSEVT("upu-emsevt"),
  /** Pre-advices of dispatches to the post that they are addressed to. */
  PREDES("upu-predes"),
  PRECON("upu-precon"),
  /** Pre-advices of dispatches to the carrier that takes them. */
  CARDIT("upu-cardit"),
  /** Tracking events of receptacles to the post that they are addressed to. */
  RESDIT("upu-resdit"),
  /** What became of the receptacles of a dispatch, to the post that sent it. */
  RESDES("upu-resdes"),
  /** What became of the receptacles of a consignment, to the post that sent it. */
  RESCON("upu-rescon"),
  /** Customs referrals to the post that they are addressed to. */
  ITMREF("upu-itmref"),
  /** Answers to referrals. */
  REFRSP("upu-refrsp");

  private final String codec;

  Target(String codec) {
    this.codec = codec;
  }

  /** Name of the encoder; null where the party's profile says it. */
  String codec() {
    return codec;
  }
}
