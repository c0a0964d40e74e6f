package org.chasqui.sandbox;

import java.nio.file.Files;
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
      case "siga-import" -> new SigaFormat(profile, options);
      case "duca-xml" -> new DucaFormat(profile, options, true);
      case "duca-json" -> new DucaFormat(profile, options, false);
      case "atena-sad" -> new AtenaFormat(profile, options);
      case "din-declaration" -> new DinFormat(profile, options);
      case "ecuapass-envelope" -> new EcuapassFormat(profile, options);
      case "upu-cds" -> new CdsFormat(profile, options);
      default -> folder(profile, options);
    };
  }

  private static HubFormat folder(Profile profile, SandboxOptions options) {
    var codec = profile.format().codec();
    var definition = options.config().resolve("formats").resolve(codec).resolve("format.yaml");
    if (!Files.isRegularFile(definition)) {
      throw new IllegalArgumentException("no hub speaks " + codec);
    }
    return new FolderHubFormat(profile, options);
  }
}
