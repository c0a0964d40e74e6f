/**
 * How a hub is talked to over HTTP, as its profile names it: authentication modules that prove who
 * the gateway is, and response strategies that say what an answer means. Sends nothing itself but
 * logins, the lists of {@code list-poll} and the loads of {@code cds-store}; the calls are the
 * flow's to make.
 */
package org.chasqui.connector;
