package org.chasqui.sandbox;

import java.nio.file.Files;
import org.chasqui.message.MessageFunction;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Profile;

/** The formats that a hub speaks, by the codecs that its profile names. */
final class HubFormats {
  private HubFormats() {}

  /** That of the party's usual document. */
  static HubFormat of(Profile profile, SandboxOptions options, ItemRegister register) {
    return of(profile, profile.format().codec(), false, options, register);
  }

  /** That of another of its documents. */
  static HubFormat of(
      Profile profile, DocumentRule rule, SandboxOptions options, ItemRegister register) {
    boolean changes = rule.functions().contains(MessageFunction.AMENDMENT);
    return of(profile, rule.codec(), changes, options, register);
  }

  private static HubFormat of(
      Profile profile,
      String codec,
      boolean changes,
      SandboxOptions options,
      ItemRegister register) {
    return switch (codec) {
      case "regional-json" ->
          profile.format().answerCodec().equals("arca-estados")
              ? new EstadosFormat(profile, options)
              : new RegionalFormat(profile, options);
      case "siscomex-remessa" ->
          new SiscomexFormat(SiscomexDocument.REGISTRATION, options.strict(), register);
      case "siscomex-retificacao" ->
          new SiscomexFormat(SiscomexDocument.RECTIFICATION, options.strict(), register);
      case "siscomex-presenca" ->
          new SiscomexFormat(SiscomexDocument.PRESENCE, options.strict(), register);
      case "siscomex-devolucao" ->
          new SiscomexFormat(SiscomexDocument.RETURN, options.strict(), register);
      case "asycuda-awbolds" ->
          new AsycudaFormat(
              changes ? AsycudaDocument.CHANGED_BILLS : AsycudaDocument.BILLS, profile, options);
      case "asycuda-awdelete" -> new AsycudaFormat(AsycudaDocument.DELETION, profile, options);
      case "asycuda-awmds", "asycuda-awappend", "asycuda-awmcds" ->
          new AsycudaFormat(AsycudaDocument.MANIFEST, profile, options);
      case "asycuda-sad-421", "asycuda-sad-jm" ->
          new AsycudaFormat(AsycudaDocument.DECLARATION, profile, options);
      case "wco-declaration" -> new WcoFormat(profile, options);
      case "siga-import" -> new SigaFormat(profile, options);
      case "duca-xml" -> new DucaFormat(profile, options, true);
      case "duca-json" -> new DucaFormat(profile, options, false);
      case "atena-sad" -> new AtenaFormat(profile, options);
      case "din-declaration" -> new DinFormat(profile, options);
      case "ecuapass-envelope" -> new EcuapassFormat(profile, options);
      case "vucem-cove" -> new VucemFormat(profile, options);
      case "muisca-file" -> new MuiscaFormat(profile, options);
      case "upu-cds" -> new CdsFormat(profile, options);
      case "cuscar-d96b" -> new CuscarFormat(profile, options);
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
