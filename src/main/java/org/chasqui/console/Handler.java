package org.chasqui.console;

/** Answers one call. */
@FunctionalInterface
interface Handler {
  ApiResponse handle(Call call);
}
