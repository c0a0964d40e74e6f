/**
 * DIN, the import declaration of Chile's customs as its web service takes it: one postal item a
 * document, and the same document read back as a decision. Source: national-south-america-mexico
 * §2.2, and the published schemas with their sample. Postal operations are excluded from that
 * service in its published note, so this is the schema of an adjacent regime.
 */
package org.chasqui.codec.din;
