package org.chasqui.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.profile.Profile;

/** Folders in which documents are left for a hub and answers are found. */
interface Shelf extends AutoCloseable {

  /**
   * Leaves a file; under its name only when it is whole.
   *
   * @throws java.nio.file.AccessDeniedException when the login is refused
   */
  void put(String folder, String name, byte[] content) throws IOException, ConnectorException;

  /** Takes the whole files of a folder: deletes them, or moves them to {@code .taken} beside. */
  List<byte[]> take(String folder, boolean delete) throws IOException, ConnectorException;

  @Override
  void close() throws IOException;

  /** That of a party that is reached by files. */
  static Shelf of(Profile party, Connector connector) {
    return party.transport().kind().equals("sftp")
        ? new SftpShelf(party, connector)
        : new Mounted(Path.of(party.transport().address()));
  }

  static boolean isWhole(String name) {
    return !name.startsWith(".") && !name.endsWith(".part");
  }

  /** In the folders of this machine. */
  record Mounted(Path root) implements Shelf {
    @Override
    public void put(String folder, String name, byte[] content) throws IOException {
      var into = root.resolve(folder.substring(1));
      var part = into.resolve("." + name + ".part");
      Files.write(part, content);
      Files.move(part, into.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public List<byte[]> take(String folder, boolean delete) throws IOException {
      var from = root.resolve(folder.substring(1));
      var taken = new ArrayList<byte[]>();
      try (var files = Files.list(from)) {
        for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
          var name = file.getFileName().toString();
          if (isWhole(name)) {
            taken.add(Files.readAllBytes(file));
            remove(from, file, delete);
          }
        }
      }
      return taken;
    }

    private static void remove(Path folder, Path file, boolean delete) throws IOException {
      if (delete) {
        Files.delete(file);
      } else {
        var beside = Files.createDirectories(folder.resolve(".taken"));
        Files.move(file, beside.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
