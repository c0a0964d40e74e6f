package org.chasqui.sandbox;

import org.chasqui.profile.Profile;

/** The format that a hub speaks, by the codec that its profile names. */
final class HubFormats {
  private HubFormats() {}

  static HubFormat of(Profile profile, SandboxOptions options) {
    return switch (profile.format().codec()) {
      case "regional-json" -> new RegionalFormat(profile, options);
      case "siscomex-remessa" -> new SiscomexFormat(options.strict());
      case "asycuda-awbolds" -> new AsycudaFormat(profile, options);
      case "wco-declaration" -> new WcoFormat(profile, options);
      case "upu-cds" -> new CdsFormat(profile, options);
      case "cuscar-d96b" -> new CuscarFormat(profile, options);
      default -> throw new IllegalArgumentException("no hub speaks " + profile.format().codec());
    };
  }
}
