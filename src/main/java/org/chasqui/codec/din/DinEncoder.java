package org.chasqui.codec.din;

import java.util.Set;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.codec.SingleItemEncoder;
import org.chasqui.message.ItemDeclaration;

/** Writes one declaration as DIN. The signature that the service asks for is not the codec's. */
final class DinEncoder extends SingleItemEncoder {
  DinEncoder() {
    super(
        "din-declaration",
        "text/xml; charset=utf-8",
        DinFields.LOSSES,
        "how an accepted declaration is changed is not public");
  }

  @Override
  public Set<String> settings() {
    return DinSettings.KEYS;
  }

  @Override
  public Set<String> requiredSettings() {
    return DinSettings.REQUIRED;
  }

  @Override
  public Set<String> codeMaps() {
    return DinSettings.MAPS;
  }

  @Override
  protected byte[] write(ItemDeclaration item, EncodeContext context, LossList losses) {
    return new DinWriter(DinSettings.of(context.view()), context, losses).write(item);
  }
}
