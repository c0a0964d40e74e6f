package org.chasqui.flow;

import java.time.Duration;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Leaves files where they are that their sender has not finished, and all while their party or the
 * gateway has too much (P8).
 */
final class FolderPressure implements GenericFileFilter<Object> {
  private final Pressure pressure;
  private final DropFolders folders;
  private final Duration settle;

  /**
   * @param settle how long a file must have stood still: clients look at what they uploaded, or
   *     rename it
   */
  FolderPressure(Pressure pressure, DropFolders folders, Duration settle) {
    this.pressure = pressure;
    this.folders = folders;
    this.settle = settle;
  }

  @Override
  public boolean accept(GenericFile<Object> file) {
    if (file.isDirectory()) {
      return true;
    }
    var path = FolderDoor.path(file);
    long age = System.currentTimeMillis() - file.getLastModified();
    boolean settled = age < 0 || age >= settle.toMillis();
    return folders.isWhole(path) && settled && pressure.admits(folders.party(path));
  }
}
