/**
 * The conformance kit: cases as data, delivered to a hub by the profile of its administration
 * through the connector that the gateway uses, and judged by what the hub answers.
 */
package org.chasqui.conformance;
