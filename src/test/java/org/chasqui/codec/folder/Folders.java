package org.chasqui.codec.folder;

import java.nio.file.Path;
import java.util.List;
import org.chasqui.codec.Codec;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.regional.RegionalCodecs;
import org.chasqui.codec.regional.RegionalJson;

/** The formats that are shipped as folders, for tests of other packages. */
public final class Folders {
  private Folders() {}

  /** Their codecs. */
  public static List<Codec> all() {
    var regional =
        new Regional(new RegionalJson()::write, (Decoder) RegionalCodecs.all().getFirst());
    return List.copyOf(FolderCodecs.load(Path.of("config/formats"), regional).all());
  }
}
