/** The commands of the launcher: each runs what {@code app.gateway} joins and prints it. */
package org.chasqui.app;
