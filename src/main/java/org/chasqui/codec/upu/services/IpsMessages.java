package org.chasqui.codec.upu.services;

import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalData;
import org.chasqui.message.RegionalMessage;

/** Puts what was read of a document of IPS into an envelope. */
final class IpsMessages {
  private final DecodeContext context;

  IpsMessages(DecodeContext context) {
    this.context = context;
  }

  /** The message at a position; one that cannot be used has no data. */
  Decoded decoded(int position, String key, RegionalData data, List<Problem> problems) {
    var found = List.copyOf(problems);
    if (data == null) {
      return new Decoded(position, key, null, null, found);
    }
    return new Decoded(
        position, key, null, new RegionalMessage(envelope(position, data), data), found);
  }

  private Envelope envelope(int position, RegionalData data) {
    var name = data instanceof ItemDeclaration item ? item.declarationId() : data.businessKey();
    return new Envelope(
        context.messageId(position),
        context.view().urn(),
        data.kind(),
        data.businessKey(),
        context.receivedAt().toString(),
        context.recipientUrn(),
        DecodeContext.stableId("conversation/" + name),
        null,
        false,
        Map.of());
  }
}
