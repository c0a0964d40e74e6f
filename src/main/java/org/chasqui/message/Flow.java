package org.chasqui.message;

/** Direction of an item at an administration. */
public enum Flow {
  EXPORT,
  IMPORT,
  TRANSIT
}
