/**
 * UN/EDIFACT as data: a streaming lexer and a writer, message definitions read from files, and a
 * reader that turns an interchange into located faults and groups of segments. Knows no message of
 * its own.
 */
package org.chasqui.codec.edifact;
