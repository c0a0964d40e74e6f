/**
 * The regional messages as records, their problems and the postal identifiers. Knows the JDK and
 * the Jackson annotations only.
 */
package org.chasqui.message;
