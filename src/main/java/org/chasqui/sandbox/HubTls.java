package org.chasqui.sandbox;

import javax.net.ssl.SSLContext;

/**
 * TLS of a hub.
 *
 * @param wantsClient whether who calls must prove itself in the handshake
 */
record HubTls(SSLContext context, boolean wantsClient) {}
