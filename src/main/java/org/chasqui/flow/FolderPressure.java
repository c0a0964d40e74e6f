package org.chasqui.flow;

import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Leaves files where they are while their party or the gateway has too much (P8). */
final class FolderPressure implements GenericFileFilter<Object> {
  private final Pressure pressure;

  FolderPressure(Pressure pressure) {
    this.pressure = pressure;
  }

  @Override
  public boolean accept(GenericFile<Object> file) {
    return file.isDirectory() || pressure.admits(FolderDoor.party(file));
  }
}
