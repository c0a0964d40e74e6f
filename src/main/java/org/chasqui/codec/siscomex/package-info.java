/**
 * Siscomex Remessa: registration of postal import declarations (DIR) as JSON, and what the system
 * answers. Source: the schemas under {@code shared/schemas/third-party/br-siscomex-remessa}.
 */
package org.chasqui.codec.siscomex;
