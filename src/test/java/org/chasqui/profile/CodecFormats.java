package org.chasqui.profile;

import java.nio.file.Path;
import org.chasqui.app.gateway.Codecs;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.connector.CodecCatalog;

/** The formats of the shipped configuration, made once for all tests. */
public final class CodecFormats {
  private static final CodecRegistry ALL = Codecs.all(Path.of("config"));

  private CodecFormats() {}

  /** Every codec, those that are folders too. */
  public static CodecRegistry registry() {
    return ALL;
  }

  /** The same as the checks of profiles see them. */
  public static FormatCatalog catalog() {
    return new CodecCatalog(ALL);
  }
}
