/**
 * SIGA of the Dominican customs: postal items as house bills of a consolidated master ({@code
 * ImportConsolidateMaster}) or as declarations ({@code ImportDUA}). Source:
 * national-caribbean-central-america §5 and the XSDs that the authority publishes, of which {@code
 * config/formats/siga} holds schemas of our own.
 */
package org.chasqui.codec.siga;
