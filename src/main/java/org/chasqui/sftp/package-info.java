/**
 * The SFTP door: a server on which parties upload interchanges and fetch what waits for them. What
 * they upload is read by the route {@code door-sftp}; what they fetch is their outbox, shown as
 * files.
 */
package org.chasqui.sftp;
