package org.chasqui.console;

import java.util.function.BooleanSupplier;

/**
 * One thing that must work for the gateway to be ready.
 *
 * @param name for example {@code ledger}, {@code backbone}
 * @param check true when it works now; quick
 */
public record Health(String name, BooleanSupplier check) {}
