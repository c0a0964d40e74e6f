/**
 * The commands of the launcher and the wiring of the parts: the only package that knows them all.
 */
package org.chasqui.app;
