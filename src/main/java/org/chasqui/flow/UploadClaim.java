package org.chasqui.flow;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.chasqui.sftp.PartyHome;

/**
 * A file is moved out of its party's sight before it is read, and removed when the ledger has it:
 * what the party uploads under the name meanwhile is another file, which waits. What was not taken
 * stays claimed and is read again, after a restart too.
 */
final class UploadClaim implements GenericFileProcessStrategy<File> {
  @Override
  public void prepareOnStartup(
      GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {
    // folders are made as files come
  }

  @Override
  public boolean begin(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file)
      throws IOException {
    var path = FolderDoor.path(file);
    var claims = Files.createDirectories(PartyHome.of(path).claimed());
    var claimed = claims.resolve(path.getFileName());
    if (claimed.equals(path)) {
      return true;
    }
    if (Files.exists(claimed)) {
      return false;
    }
    Files.move(path, claimed, StandardCopyOption.ATOMIC_MOVE);
    file.setAbsoluteFilePath(claimed.toString());
    file.setFile(claimed.toFile());
    return true;
  }

  @Override
  public void abort(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file) {
    // another of its name is claimed: it waits where it is
  }

  @Override
  public void commit(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file)
      throws IOException {
    Files.delete(FolderDoor.path(file));
  }

  @Override
  public void rollback(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file) {
    // it stays claimed and is read again
  }
}
