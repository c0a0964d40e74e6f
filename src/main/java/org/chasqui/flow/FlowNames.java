package org.chasqui.flow;

/** Names of the headers and exchange properties that the routes mention. */
final class FlowNames {
  /** Property: the {@link IntakeResult}. */
  static final String INTAKE = "ChasquiIntake";

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

  private FlowNames() {}
}
