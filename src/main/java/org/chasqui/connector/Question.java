package org.chasqui.connector;

import java.util.Map;
import org.chasqui.profile.BodyTemplate;

/** What a poll asks, and where below the hub's address. */
sealed interface Question {

  /** Where it is asked; null for the path of submissions. */
  String path();

  /** By a path alone, with GET. */
  record ByPath(String path) implements Question {}

  /** By a body that is written already, with POST, at the path of its frame. */
  record ByFrame(Frame frame) implements Question {
    @Override
    public String path() {
      return frame.path();
    }
  }

  /**
   * By the body of a SOAP envelope, with POST.
   *
   * @param action SOAPAction, or null
   * @param values of the places in the body, as texts
   */
  record ByBody(String path, BodyTemplate body, String action, Map<String, String> values)
      implements Question {

    /** The question of a profile that has settings for one; with GET otherwise. */
    static Question of(Settings settings, String path, Map<String, String> values) {
      var body = settings.get("pollBody", null);
      return body == null
          ? new ByPath(path)
          : new ByBody(path, BodyTemplate.of(body), settings.get("pollAction", null), values);
    }
  }
}
