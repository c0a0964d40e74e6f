/**
 * ATENA of the Costa Rican customs: one declaration of an item as JSON, and the declaration read
 * back with what customs decided. Source: national-caribbean-central-america §6 and the annexes of
 * the guide v1.1; the guide covers exports, so what an import holds is inferred from its names.
 */
package org.chasqui.codec.atena;
