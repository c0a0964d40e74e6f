package org.chasqui.connector;

/** What a service said that was asked about an item. */
public sealed interface Enquiry {

  /** The text of the element that answers. */
  record Told(String value) implements Enquiry {}

  /** It answered that it does not answer; its words may name a person and are not kept. */
  record Refused() implements Enquiry {}

  /** No answer came that can be read. */
  record Unanswered() implements Enquiry {}
}
