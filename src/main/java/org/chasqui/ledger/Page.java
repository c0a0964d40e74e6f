package org.chasqui.ledger;

import java.util.List;

/**
 * One page of a list.
 *
 * @param next cursor of the next page, or null at the end
 */
public record Page<T>(List<T> rows, String next) {}
