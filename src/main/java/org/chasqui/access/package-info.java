/**
 * Who calls: bearer tokens of parties and what each may do. Knows the JDK only. The file holds
 * digests of tokens, never tokens.
 */
package org.chasqui.access;
