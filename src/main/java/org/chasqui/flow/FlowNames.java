package org.chasqui.flow;

/** Names of the headers and exchange properties that the routes mention. */
final class FlowNames {
  /** Property: the {@link IntakeResult}. */
  static final String INTAKE = "ChasquiIntake";

  /** Property: the {@link java.util.Locale} that the caller reads. */
  static final String LANGUAGE = "ChasquiLanguage";

  /** Header: the {@link org.chasqui.ledger.Work} to hand over. */
  static final String WORK = "ChasquiWork";

  /** Header: party id, part of a queue's name. */
  static final String PARTY = "ChasquiParty";

  /** Property: kind of the work. */
  static final String KIND = "ChasquiKind";

  /** Property: the {@link Attempt} under way. */
  static final String ATTEMPT = "ChasquiAttempt";

  /** Property: name of the transport route. */
  static final String TRANSPORT = "ChasquiTransport";

  /** Property: id of the party whose client makes the call. */
  static final String HUB = "ChasquiHub";

  private FlowNames() {}
}
