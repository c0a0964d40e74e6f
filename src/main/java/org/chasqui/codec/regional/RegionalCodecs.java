package org.chasqui.codec.regional;

import java.nio.file.Path;
import java.util.List;
import org.chasqui.codec.Codec;

/** The codecs of this package. */
public final class RegionalCodecs {
  private RegionalCodecs() {}

  /** All of them, with the schemas that come with the program. */
  public static List<Codec> all() {
    return List.of(new RegionalJsonCodec(SchemaValidator.bundled()));
  }

  /** All of them, with the schemas of a folder such as {@code config/schema}. */
  public static List<Codec> all(Path schemaFolder) {
    return List.of(new RegionalJsonCodec(SchemaValidator.of(schemaFolder)));
  }
}
