package org.chasqui.connector;

/**
 * One item that a service was asked for.
 *
 * @param itemId as the service gives it, or an empty text
 * @param xml the view of it, with the namespaces that it needs
 */
public record LoadedView(String itemId, String xml) {}
