package org.chasqui.ledger;

/**
 * A deadline that has passed, and what is to become of it.
 *
 * @param met true when what it is for has come after all: then it is no alarm
 * @param reminder what is sent to who is to move; null for nothing
 */
public record DueAlarm(Alarm alarm, boolean met, NewDelivery reminder) {}
