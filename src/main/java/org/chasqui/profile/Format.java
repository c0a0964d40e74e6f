package org.chasqui.profile;

import java.util.Map;

/**
 * The format that a party is sent.
 *
 * @param codec name of the encoder
 * @param answerCodec name of the decoder of its answers; the same name when null
 * @param settings of the codec
 */
public record Format(String codec, String answerCodec, Map<String, String> settings) {

  /** Fills in the answer codec. */
  public Format {
    answerCodec = answerCodec == null ? codec : answerCodec;
    settings = Map.copyOf(settings);
  }
}
