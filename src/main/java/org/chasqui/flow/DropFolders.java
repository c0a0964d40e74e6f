package org.chasqui.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.chasqui.sftp.PartyHome;
import org.chasqui.sftp.UploadName;

/** How the files of a folder door lie: whose one is, and where is told what became of it. */
sealed interface DropFolders {

  /** Name of the door. */
  String door();

  /** The party whose file it is. */
  String party(Path file);

  /** True for a file whose sender has finished it. */
  boolean isWhole(Path file);

  /** The folder for the text that answers the file. */
  Path answers(Path file, boolean refused) throws IOException;

  /** Writes a file. */
  interface Filling {
    void into(Path part) throws IOException;
  }

  /** Puts a file into a folder, where it bears its name only once it is whole. */
  static void place(Path folder, String name, Filling content) throws IOException {
    var part = Files.createTempFile(folder, ".whole", ".part");
    content.into(part);
    Files.move(
        part,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Puts a file that was refused as a whole where its sender finds it. */
  void setAside(Path file) throws IOException;

  /**
   * {@code <folder>/<party>/<file>}: the rights of the operating system on the sub-folder are the
   * authentication.
   */
  record Inbox(Path folder) implements DropFolders {
    @Override
    public String door() {
      return "folder";
    }

    @Override
    public String party(Path file) {
      return file.getParent().getFileName().toString();
    }

    @Override
    public boolean isWhole(Path file) {
      return true;
    }

    @Override
    public Path answers(Path file, boolean refused) throws IOException {
      return Files.createDirectories(folder.resolve(".answers").resolve(party(file)));
    }

    @Override
    public void setAside(Path file) {
      // it is kept with all that was taken
    }
  }

  /**
   * {@code <folder>/<party>/in/<file>}, and where it is claimed ({@link PartyHome}): the SFTP door
   * has authenticated the party.
   */
  record Uploads() implements DropFolders {
    @Override
    public String door() {
      return "sftp";
    }

    @Override
    public String party(Path file) {
      return PartyHome.of(file).party();
    }

    @Override
    public boolean isWhole(Path file) {
      return !UploadName.isUnfinished(file.getFileName().toString());
    }

    @Override
    public Path answers(Path file, boolean refused) throws IOException {
      var home = PartyHome.of(file);
      return Files.createDirectories(refused ? home.refused() : home.receipts());
    }

    /** A copy, since the route removes the file when all has been done. */
    @Override
    public void setAside(Path file) throws IOException {
      var refused = Files.createDirectories(PartyHome.of(file).refused());
      DropFolders.place(
          refused,
          file.getFileName().toString(),
          part -> Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING));
    }
  }
}
