package org.chasqui.ledger;

/**
 * An interchange as the ledger knows it.
 *
 * @param items messages found in it; -1 until interpreted
 * @param refused how many of them could not be used
 */
public record Interchange(
    long id,
    NewInterchange header,
    String sha256,
    long size,
    InterchangeState state,
    int items,
    int refused) {}
