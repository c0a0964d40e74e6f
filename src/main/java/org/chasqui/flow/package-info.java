/**
 * The flow: beans that the routes under {@code routes/} name, the per-party routes made from the
 * profiles, and the backbone. The only importer of Apache Camel.
 */
package org.chasqui.flow;
