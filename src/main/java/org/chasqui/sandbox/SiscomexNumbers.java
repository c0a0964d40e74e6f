package org.chasqui.sandbox;

/** The numbers that the hub gives: each follows from the number of the registration. */
final class SiscomexNumbers {
  private static final long MANIFESTS = 1_000_000_000_000L;

  private SiscomexNumbers() {}

  /** {@code numeroManifesto}: 15 characters. */
  static String manifest(long registration) {
    return "SRP%012d".formatted(Math.floorMod(registration, MANIFESTS));
  }

  /** {@code numeroLote}: 16 characters. */
  static String lot(long registration) {
    return "LOTE%012d".formatted(Math.floorMod(registration, MANIFESTS));
  }
}
