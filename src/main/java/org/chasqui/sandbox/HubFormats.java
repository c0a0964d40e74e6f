package org.chasqui.sandbox;

import org.chasqui.profile.Profile;

/** The format that a hub speaks, by the codec that its profile names. */
final class HubFormats {
  private HubFormats() {}

  static HubFormat of(Profile profile, SandboxOptions options) {
    return switch (profile.format().codec()) {
      case "regional-json" ->
          profile.format().answerCodec().equals("arca-estados")
              ? new EstadosFormat(profile, options)
              : new RegionalFormat(profile, options);
      case "siscomex-remessa" -> new SiscomexFormat(options.strict());
      case "asycuda-awbolds" -> new AsycudaFormat(profile, options);
      case "wco-declaration" -> new WcoFormat(profile, options);
      case "din-declaration" -> new DinFormat(profile, options);
      case "ecuapass-envelope" -> new EcuapassFormat(profile, options);
      case "vucem-cove" -> new VucemFormat(profile, options);
      case "muisca-file" -> new MuiscaFormat(profile, options);
      case "upu-cds" -> new CdsFormat(profile, options);
      default -> throw new IllegalArgumentException("no hub speaks " + profile.format().codec());
    };
  }
}
