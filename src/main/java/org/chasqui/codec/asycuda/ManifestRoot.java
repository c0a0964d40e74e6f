package org.chasqui.codec.asycuda;

/** The messages that bring waybills to a manifest; which one a party takes, its profile says. */
enum ManifestRoot {
  /** A new manifest, with its general segment. */
  AWMDS("asycuda-awmds", "Awmds"),
  /** More waybills for a manifest that is stored. */
  AWAPPEND("asycuda-awappend", "Awappend"),
  /** The waybills of a coloader for the manifest of a carrier. */
  AWMCDS("asycuda-awmcds", "Awmcds");

  private final String codec;
  private final String element;

  ManifestRoot(String codec, String element) {
    this.codec = codec;
    this.element = element;
  }

  /** Name of the codec that writes it. */
  String codec() {
    return codec;
  }

  /** Root element. */
  String element() {
    return element;
  }
}
