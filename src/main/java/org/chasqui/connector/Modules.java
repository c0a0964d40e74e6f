package org.chasqui.connector;

import org.chasqui.profile.Authentication;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Response;

/** The authentication modules and response strategies by the names that profiles use. */
final class Modules {
  private Modules() {}

  /** All that a profile names, as one. */
  static AuthenticationModule authentication(
      Authentication profile, Secrets secrets, LoginClient logins, Tickets tickets) {
    var modules =
        profile.all().stream().map(each -> module(each, secrets, logins, tickets)).toList();
    return modules.size() == 1 ? modules.getFirst() : new Combined(modules);
  }

  private static AuthenticationModule module(
      Authentication profile, Secrets secrets, LoginClient logins, Tickets tickets) {
    var settings = new Settings(profile.module(), profile.settings());
    return switch (profile.module()) {
      // that of cds-token stands in the body, that of ssh in the connection of the files
      case "none", "cds-token", "ssh" -> new AuthenticationModule.None();
      case "api-token" -> new ApiToken(settings, secrets);
      case "basic" -> new Basic(settings, secrets);
      case "oauth2-client" -> OAuth2.client(settings, secrets, logins);
      case "oauth2-password" -> OAuth2.password(settings, secrets, logins);
      case "session-csrf" -> new SessionCsrf(settings, secrets, logins);
      case "mutual-tls" ->
          new AuthenticationModule.ClientCertificate(new KeyReference(settings, secrets));
      case "login-ticket" -> new LoginTicket(settings, secrets, logins, tickets);
      case "wss-username" -> new WssUsername(settings, secrets);
      case "wss-signature" -> new WssSignature(settings, secrets);
      case "wss-encryption" -> new WssEncryption(settings, secrets);
      case "xml-signature" -> new XmlSignature(settings, secrets);
      case "chain-signature" -> new ChainSignature(settings, secrets);
      default -> throw new IllegalArgumentException("unknown authentication " + profile.module());
    };
  }

  static ResponseStrategy response(Profile party, Response profile, Secrets secrets) {
    var settings = new Settings(profile.strategy(), profile.settings());
    return switch (profile.strategy()) {
      case "synchronous" -> new Synchronous();
      case "protocol-poll" -> new ProtocolPoll(settings);
      case "list-poll" -> new ListPoll(settings);
      case "item-status" -> new ItemStatus(settings);
      case "push", "pick-up", "receipt" -> new Push(settings);
      case "cds-load" -> cds(party, settings, secrets, true);
      case "cds-store" -> cds(party, settings, secrets, false);
      default ->
          throw new IllegalArgumentException("unknown response strategy " + profile.strategy());
    };
  }

  private static CdsService cds(Profile party, Settings settings, Secrets secrets, boolean polls) {
    var proof = party.authentication();
    var transport = party.transport();
    return new CdsService(
        settings,
        new Settings(proof.module(), proof.settings()),
        secrets,
        transport.address() + transport.path(),
        polls);
  }
}
