package org.chasqui.profile;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how a party is reached and how the gateway proves who it is. */
final class TransportReader {
  private static final List<String> METHODS = List.of("POST", "PUT");
  private static final List<String> VERSIONS = List.of("1.1", "1.2");
  private static final String ENCRYPTION = AuthenticationKind.WSS_ENCRYPTION.token();
  private static final String SIGNED = AuthenticationKind.WSS_SIGNATURE.token();
  private static final String BODY_RULE =
      "must be well-formed XML with the document in one place: {document}, {text} or {base64}";

  private final Section top;
  private final Section transport;
  private final TransportKind kind;

  TransportReader(Section top) {
    this.top = top;
    this.transport = top.section("transport");
    var kinds = Stream.of(TransportKind.values()).map(TransportKind::token).toList();
    this.kind =
        transport.value(
            "kind",
            null,
            Values.oneOf(kinds),
            text -> TransportKind.of(text).orElseThrow(IllegalArgumentException::new));
  }

  /** The kind; one that is reached over HTTP when the profile names none. */
  TransportKind kind() {
    return kind == null ? TransportKind.HTTP : kind;
  }

  Transport transport() {
    if (!kind().reaches()) {
      return new Transport(
          kind().token(), null, null, null, Map.of(), Duration.ofSeconds(30), Map.of());
    }
    return new Transport(
        kind == null ? null : kind.token(),
        address(),
        transport.value("path", null, "must begin with /", TransportReader::path),
        transport.value(
            "method", "POST", Values.oneOf(METHODS), text -> Values.member(METHODS, text)),
        Map.copyOf(transport.optionalSection("headers").texts()),
        transport.value("timeout", "PT30S", Values.DURATION_RULE, Values::duration),
        settings());
  }

  private String address() {
    return switch (kind()) {
      case HTTP, SOAP, OUTBOX ->
          transport.value(
              "address",
              null,
              "must be an http or https address without a path at its end",
              text -> address(text, List.of("http", "https")));
      case SFTP ->
          transport.value(
              "address",
              null,
              "must be an sftp address without a path, such as sftp://host:22",
              text -> address(text, List.of("sftp")));
      case FOLDER ->
          transport.value(
              "address", null, "must be the absolute path of a folder", TransportReader::path);
    };
  }

  private Map<String, String> settings() {
    var settings = transport.optionalSection("settings");
    SettingsRule.keys(
        settings, kind().required(), kind().optional(), "a setting of " + kind().token());
    SettingsRule.references(settings, Set.of("trust", "knownHosts"));
    if (settings.has("body")) {
      settings.value("body", null, BODY_RULE, BodyTemplate::ofDocument);
    }
    if (settings.has("answer")) {
      settings.value("answer", null, BODY_RULE, BodyTemplate::ofDocument);
    }
    if (settings.has("version")) {
      settings.value(
          "version", null, Values.oneOf(VERSIONS), text -> Values.member(VERSIONS, text));
    }
    if (settings.has("addressing")) {
      settings.value("addressing", null, Values.FLAG_RULE, Values::flag);
    }
    if (settings.has("fileName")) {
      settings.value("fileName", null, "must hold {reference} and no /", TransportReader::fileName);
    }
    return Map.copyOf(settings.texts());
  }

  Authentication authentication() {
    if (!kind().reaches()) {
      return new Authentication(AuthenticationKind.NONE.token(), Map.of());
    }
    var section = top.section("authentication");
    var first = module(section);
    var sections = section.sections("also");
    var also = sections.stream().map(this::module).toList();
    for (int i = 0; i < also.size(); i++) {
      if ((i == 0 ? first : also.get(i - 1)).module().equals(ENCRYPTION)) {
        // what comes after it would sign or fill what nobody can read any more
        sections.get(i).fault("module", "must come before " + ENCRYPTION, also.get(i).module());
      }
    }
    var authentication = new Authentication(first.module(), first.settings(), also);
    encryption(authentication, also.isEmpty() ? section : sections.getLast());
    return authentication;
  }

  /** True when nobody but the service can read the envelope. */
  boolean seals() {
    return authentication().all().getLast().module().equals(ENCRYPTION);
  }

  /** The last of the modules: in CBC a changed byte is seen by a signature alone. */
  private static void encryption(Authentication authentication, Section last) {
    var module = authentication.all().getLast();
    var cipher = module.settings().getOrDefault("cipher", "");
    if (module.module().equals(ENCRYPTION)
        && cipher.endsWith("-cbc")
        && authentication.all().stream().map(Authentication::module).noneMatch(SIGNED::equals)) {
      var settings = last.optionalSection("settings");
      settings.texts();
      settings.fault("cipher", "must end in -gcm unless " + SIGNED + " comes before", cipher);
    }
  }

  private Authentication module(Section section) {
    var modules = Stream.of(AuthenticationKind.values()).map(AuthenticationKind::token);
    var module =
        section.value(
            "module",
            null,
            Values.oneOf(modules.toList()),
            text -> AuthenticationKind.of(text).orElseThrow(IllegalArgumentException::new));
    var settings = section.optionalSection("settings");
    if (module == null) {
      settings.texts();
      return new Authentication(AuthenticationKind.NONE.token(), Map.of());
    }
    if (kind != null && !module.fits(kind)) {
      section.fault("module", "is not for the transport " + kind.token(), module.token());
    }
    SettingsRule.references(settings, module.secrets());
    SettingsRule.keys(
        settings, module.required(), module.optional(), "a setting of " + module.token());
    module.check(settings);
    return new Authentication(module.token(), Map.copyOf(settings.texts()));
  }

  private static String address(String text, List<String> schemes) {
    var uri = URI.create(text);
    if (!schemes.contains(String.valueOf(uri.getScheme()))
        || uri.getHost() == null
        || text.endsWith("/")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  static String path(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String fileName(String text) {
    if (!text.contains("{reference}") || text.contains("/")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
