package org.chasqui.sandbox;

import java.nio.file.Files;
import java.util.Map;
import org.chasqui.message.MessageFunction;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Profile;

/** The formats that a hub speaks, by the codecs that its profile names. */
final class HubFormats {
  private static final Map<String, SiscomexDocument> SISCOMEX =
      Map.of(
          "siscomex-remessa", SiscomexDocument.REGISTRATION,
          "siscomex-retificacao", SiscomexDocument.RECTIFICATION,
          "siscomex-presenca", SiscomexDocument.PRESENCE,
          "siscomex-devolucao", SiscomexDocument.RETURN);
  private static final Map<String, AsycudaDocument> ASYCUDA =
      Map.of(
          "asycuda-awbolds", AsycudaDocument.BILLS,
          "asycuda-awdelete", AsycudaDocument.DELETION,
          "asycuda-awmds", AsycudaDocument.MANIFEST,
          "asycuda-awappend", AsycudaDocument.MANIFEST,
          "asycuda-awmcds", AsycudaDocument.MANIFEST,
          "asycuda-sad-421", AsycudaDocument.DECLARATION,
          "asycuda-sad-jm", AsycudaDocument.DECLARATION);

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
    if (SISCOMEX.containsKey(codec)) {
      return new SiscomexFormat(SISCOMEX.get(codec), options.strict(), register);
    }
    if (ASYCUDA.containsKey(codec)) {
      var document = ASYCUDA.get(codec);
      boolean changed = changes && document == AsycudaDocument.BILLS;
      return new AsycudaFormat(
          changed ? AsycudaDocument.CHANGED_BILLS : document, profile, options);
    }
    return of(profile, codec, options);
  }

  /** Of families with one document. */
  private static HubFormat of(Profile profile, String codec, SandboxOptions options) {
    return switch (codec) {
      case "regional-json" ->
          profile.format().answerCodec().equals("arca-estados")
              ? new EstadosFormat(profile, options)
              : new RegionalFormat(profile, options);
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
