package org.chasqui.sandbox.traffic;

import org.chasqui.message.ItemDeclaration;

/**
 * One item of the traffic.
 *
 * @param fault what is wrong with it on purpose, or null
 */
public record TrafficItem(ItemDeclaration declaration, Fault fault) {}
