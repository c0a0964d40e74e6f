package org.chasqui.profile;

/**
 * The marks of what is shown of an administration and is no rule; that of the format is in {@link
 * SystemFacts}.
 *
 * @param system of the name of the system
 * @param languages of the languages
 * @param transport of how documents go, as configured; that of the format unless the profile says
 *     otherwise, as it does where only the format is known
 * @param authentication the same of how the gateway proves who it is
 * @param response the same of how decisions come back
 */
public record Marks(
    Mark system, Mark languages, Mark transport, Mark authentication, Mark response) {

  /** The same; what has no mark of its own is as sure as the format. */
  Marks asSureAs(Confidence format) {
    var asFormat = new Mark(null, format);
    return new Marks(
        system,
        languages,
        transport == null ? asFormat : transport,
        authentication == null ? asFormat : authentication,
        response == null ? asFormat : response);
  }
}
