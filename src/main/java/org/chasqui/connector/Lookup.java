package org.chasqui.connector;

import java.io.IOException;

/** An authorised query that a strategy needs before it knows which call to make. */
@FunctionalInterface
interface Lookup {
  HttpAnswer get(String path) throws IOException, ConnectorException;
}
