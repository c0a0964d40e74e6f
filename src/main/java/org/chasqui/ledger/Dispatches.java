package org.chasqui.ledger;

import java.util.List;

/** Reads which items travel in which dispatches. */
final class Dispatches implements DispatchBook {
  private static final String ITEMS =
      "SELECT item FROM dispatch_item WHERE message_id = " + DispatchItems.LATEST;

  private final Reading reading;

  Dispatches(Reading reading) {
    this.reading = reading;
  }

  @Override
  public List<String> items(String dispatch, String sender) {
    return reading.read(sql -> sql.list(ITEMS, row -> row.getString(1), dispatch, sender));
  }
}
