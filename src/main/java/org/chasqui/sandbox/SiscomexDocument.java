package org.chasqui.sandbox;

/** The documents of Siscomex Remessa that a hub takes in. */
enum SiscomexDocument {
  /** {@code registro-lote-dir}. */
  REGISTRATION(HubFormat.Effect.REGISTERS),
  /** {@code retificacao-lote-dir}. */
  RECTIFICATION(HubFormat.Effect.CHANGES),
  /** {@code manifesto-presenca-carga}. */
  PRESENCE(HubFormat.Effect.TELLS),
  /** {@code solicitacao-devolucao}. */
  RETURN(HubFormat.Effect.RETURNS);

  private final HubFormat.Effect effect;

  SiscomexDocument(HubFormat.Effect effect) {
    this.effect = effect;
  }

  HubFormat.Effect effect() {
    return effect;
  }
}
