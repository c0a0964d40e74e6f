package org.chasqui.codec.siscomex;

import org.chasqui.message.MessageFunction;

/** What a batch does: both have one schema, RegistroERetificacaoDeLoteDIR. */
enum LoteKind {
  REGISTRATION("siscomex-remessa", MessageFunction.ORIGINAL),
  RECTIFICATION("siscomex-retificacao", MessageFunction.AMENDMENT);

  private final String codec;
  private final MessageFunction function;

  LoteKind(String codec, MessageFunction function) {
    this.codec = codec;
    this.function = function;
  }

  /** Name of the codec that writes it. */
  String codec() {
    return codec;
  }

  /** The function of the declarations that it carries. */
  MessageFunction function() {
    return function;
  }
}
