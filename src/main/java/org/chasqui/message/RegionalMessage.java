package org.chasqui.message;

/** A regional message: envelope and data, what every codec reads from and writes to. */
public record RegionalMessage(Envelope envelope, RegionalData data) {

  /** Shorthand for the kind of the data. */
  public MessageKind kind() {
    return data.kind();
  }

  /** The same data to another recipient. */
  public RegionalMessage to(String recipient) {
    return new RegionalMessage(envelope.to(recipient), data);
  }

  /** The same envelope around other data of the same kind. */
  public RegionalMessage with(RegionalData other) {
    return new RegionalMessage(envelope, other);
  }
}
