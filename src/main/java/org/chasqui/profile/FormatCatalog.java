package org.chasqui.profile;

import java.util.Set;
import org.chasqui.message.MessageKind;

/**
 * What the profile checks must know of the formats that exist. {@code app} answers from the codec
 * registry; an unknown name gets empty sets and 0.
 */
public interface FormatCatalog {

  /** Kinds that the codec writes; empty when it writes none. */
  Set<MessageKind> writes(String codec);

  /** True when the codec reads documents. */
  boolean reads(String codec);

  /** Keys of {@code format.settings} that the codec reads. */
  Set<String> settings(String codec);

  /** Those of them without which it cannot work. */
  Set<String> requiredSettings(String codec);

  /** Names of the code maps that the codec reads. */
  Set<String> codeMaps(String codec);

  /** Most messages in one document; 0 when the codec writes none. */
  int batchLimit(String codec);
}
