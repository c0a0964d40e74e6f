package org.chasqui.profile;

import java.util.Map;

/**
 * How the gateway proves who it is.
 *
 * @param module name of the module: {@code none}, {@code api-token}, {@code basic}, {@code
 *     oauth2-client}, {@code oauth2-password}, {@code session-csrf}
 * @param settings of the module; values that are secrets are given as {@code env:NAME} or {@code
 *     file:/path}, and stay so until they are used
 */
public record Authentication(String module, Map<String, String> settings) {}
