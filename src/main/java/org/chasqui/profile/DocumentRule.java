package org.chasqui.profile;

import java.util.Map;
import java.util.Set;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.EventType;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalData;
import org.chasqui.message.TrackingEvent;

/**
 * One document of a party's format: which messages become it, and where it goes. An empty set asks
 * for nothing.
 *
 * @param codec name of the encoder
 * @param functions of declarations and pre-advices
 * @param events of tracking events
 * @param categories release categories of declarations, 1 to 4
 * @param beside true when the messages become this document and another one as well
 * @param path of the submission below the party's address; null for the path of the transport
 * @param settings of the codec, over those of the format
 * @param response how it is answered; null for the party's response
 */
public record DocumentRule(
    String codec,
    Set<MessageKind> kinds,
    Set<MessageFunction> functions,
    Set<EventType> events,
    Set<Integer> categories,
    boolean beside,
    String path,
    Map<String, String> settings,
    Response response) {

  /** The document that a party is sent when no rule says otherwise. */
  public static DocumentRule plain(String codec) {
    return new DocumentRule(
        codec, Set.of(), Set.of(), Set.of(), Set.of(), false, null, Map.of(), null);
  }

  /** True when a message becomes this document as far as its release category is not asked for. */
  boolean fits(RegionalData data) {
    return kinds.contains(data.kind())
        && switch (data) {
          case ItemDeclaration declaration -> has(functions, declaration.function());
          case DispatchPreadvice preadvice -> has(functions, preadvice.function());
          case TrackingEvent event -> has(events, event.eventType());
          default -> true;
        };
  }

  private static <T> boolean has(Set<T> wanted, T value) {
    return wanted.isEmpty() || value != null && wanted.contains(value);
  }
}
