/**
 * The Central American single declaration (DUCA): its data model of 62 numbered fields (COMIECO
 * Resolution 409-2018, Anexo II; {@code duca-instructivo-fields.csv}) as XML and JSON of our own.
 * No schema of it is public, so names, nesting and the answer are ours; the numbers lead to the
 * standard (docs/formats/duca.md).
 */
package org.chasqui.codec.duca;
