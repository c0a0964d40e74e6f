package org.chasqui.profile;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The ways in which a decision can come back, each with its settings. */
enum ResponseKind {
  /** In the answer to the submission. */
  SYNCHRONOUS("synchronous", Set.of(), Set.of()),
  /**
   * The submission returns a protocol number, found by {@code protocolPointer} (JSON pointer or
   * XPath); {@code pollPath} holds {@code {protocol}}, or {@code {protocol.1}} and so on when there
   * are several pointers, parted by blanks. An answer with {@code waitingValue} at {@code
   * waitingPointer} is not the outcome yet. Where the outcome is told once, what follows is asked
   * for: {@code queryBody} with the value of {@code queryPointer} in the outcome for {@code {key}}
   * goes to {@code queryPath} and returns a protocol number, whose outcome is at {@code
   * queryPollPath}. Over SOAP {@code pollBody} is what is asked, with {@code {protocol}} in it.
   */
  PROTOCOL_POLL(
      "protocol-poll",
      Set.of("pollPath", "protocolPointer"),
      Set.of(
          "waitingPointer",
          "waitingValue",
          "queryPath",
          "queryBody",
          "queryPointer",
          "queryPollPath",
          "pollBody",
          "pollAction",
          "pollAnswer")),
  /**
   * {@code listPath}, which may hold {@code {items}}, lists decisions, at {@code listPointer} when
   * not at {@code /answers}; {@code detailPath} with {@code {id}} gives them. A list in XML is told
   * by its {@code listElement}.
   */
  LIST_POLL("list-poll", Set.of("listPath", "detailPath"), Set.of("listPointer", "listElement")),
  /**
   * {@code statusPath} holds {@code {items}}: item ids parted by commas. Over SOAP {@code pollBody}
   * is what is asked, with {@code {items}} or {@code {item}}, one a call, in it.
   */
  ITEM_STATUS("item-status", Set.of("statusPath"), Set.of("pollBody", "pollAction", "pollAnswer")),
  /** The hub takes the document in, and that is all: nothing is decided by it. */
  RECEIPT("receipt", Set.of(), Set.of()),
  /** The hub calls our door. */
  PUSH("push", Set.of(), Set.of("referencePointer")),
  /**
   * Answers appear as files in {@code folder}; {@code after} says what becomes of a file that was
   * taken, {@code reference} finds the reference of the delivery in its name.
   */
  PICK_UP("pick-up", Set.of("folder"), Set.of("after", "reference")),
  /** Declarations are stored in the customs declaration service and loaded with their responses. */
  CDS_LOAD(
      "cds-load",
      Set.of(),
      Set.of(
          "namespace",
          "actionBase",
          "storeOperation",
          "loadParameters",
          "postalOrgCd",
          "customsOrgCd",
          "organizationTypeCd",
          "flow",
          "partnerPostalOrgCd",
          "partCountryCd",
          "recordsLimit")),
  /** Responses are stored in it; with {@code loadEvery} its declarations are loaded as well. */
  CDS_STORE(
      "cds-store",
      Set.of(),
      Set.of(
          "namespace",
          "actionBase",
          "storeOperation",
          "loadEvery",
          "loadParameters",
          "postalOrgCd",
          "customsOrgCd",
          "organizationTypeCd",
          "flow",
          "partnerPostalOrgCd",
          "partCountryCd",
          "recordsLimit"));

  private final String token;
  private final Set<String> required;
  private final Set<String> optional;

  ResponseKind(String token, Set<String> required, Set<String> optional) {
    this.token = token;
    this.required = required;
    this.optional = optional;
  }

  /** Name in profiles. */
  String token() {
    return token;
  }

  /** Settings that must be given. */
  Set<String> required() {
    return required;
  }

  /** Settings that may be given. */
  Set<String> optional() {
    return optional;
  }

  /** True when the hub is asked about items that were sent. */
  boolean asks() {
    return this == PROTOCOL_POLL || this == LIST_POLL || this == ITEM_STATUS;
  }

  /** True when the decision can come back this way over a transport. */
  boolean fits(TransportKind transport) {
    return switch (this) {
      case PUSH, RECEIPT -> true;
      case PICK_UP -> !transport.calls();
      case CDS_LOAD, CDS_STORE -> transport == TransportKind.HTTP;
      default -> transport.calls();
    };
  }

  /** The strategy with a name. */
  static Optional<ResponseKind> of(String token) {
    return Arrays.stream(values()).filter(strategy -> strategy.token.equals(token)).findFirst();
  }
}
