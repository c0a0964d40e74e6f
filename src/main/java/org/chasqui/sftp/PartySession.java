package org.chasqui.sftp;

import static org.apache.sshd.sftp.common.SftpConstants.ACE4_APPEND_DATA;
import static org.apache.sshd.sftp.common.SftpConstants.ACE4_WRITE_DATA;
import static org.apache.sshd.sftp.common.SftpConstants.SSH_FX_FAILURE;
import static org.apache.sshd.sftp.common.SftpConstants.SSH_FX_OP_UNSUPPORTED;
import static org.apache.sshd.sftp.common.SftpConstants.SSH_FX_PERMISSION_DENIED;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;
import org.chasqui.ledger.LedgerException;

/**
 * What one party may do in its folders: upload into {@code in}, rename there, read everywhere and
 * remove. An upload bears its name only once it is whole and on disk, so that one that breaks off
 * is never read, whatever its client calls it.
 */
final class PartySession extends SftpSubsystem {
  private static final int WRITES = ACE4_WRITE_DATA | ACE4_APPEND_DATA;

  /** Uploads that wait to be read. */
  private static final int MOST_FILES = 1_000;

  /** All of them together have up to so many documents of the largest size. */
  private static final int MOST_LARGE = 8;

  private static final Set<String> EXTENSIONS =
      Set.of("posix-rename@openssh.com", "fsync@openssh.com", "limits@openssh.com");

  private final PartyHome home;
  private final OutFolder outbox;
  private final long mostBytes;
  private final Map<String, Upload> uploads = new HashMap<>();

  /** A file that is written; {@code broken} once a part of it could not be. */
  private static final class Upload {
    private final String name;
    private boolean broken;

    Upload(String name) {
      this.name = name;
    }
  }

  PartySession(
      ChannelSession channel,
      SftpSubsystemConfigurator configurator,
      PartyHome home,
      OutFolder outbox,
      long mostBytes) {
    super(channel, configurator);
    this.home = home;
    this.outbox = outbox;
    this.mostBytes = mostBytes;
  }

  /** A file in one of the folders; the name of another path is null. */
  private record Place(String folder, String name) {
    boolean isIn(String of) {
      return name != null && folder.equals(of);
    }
  }

  private Place place(String path) throws IOException {
    var whole = resolveFile(path).toAbsolutePath().normalize();
    return whole.getNameCount() == 2
        ? new Place(whole.getName(0).toString(), whole.getName(1).toString())
        : new Place(whole.toString(), null);
  }

  private static SftpException denied(String why) {
    return new SftpException(SSH_FX_PERMISSION_DENIED, why);
  }

  /** Refuses what may not be uploaded, or not under this name. */
  private void permit(Place place) throws IOException {
    if (!place.isIn(PartyHome.IN)) {
      throw denied("files are uploaded into /in");
    }
    if (!UploadName.isAllowed(place.name())) {
      throw denied("names have up to 128 letters without accents, digits and -._@+=,()~#");
    }
    if (!UploadName.isUnfinished(place.name()) && Files.exists(home.in().resolve(place.name()))) {
      throw new SftpException(SSH_FX_FAILURE, "a file of this name waits to be read");
    }
  }

  private void permitMore() throws IOException {
    int files = 0;
    long bytes = 0;
    try (var there = Files.newDirectoryStream(home.in())) {
      for (var file : there) {
        files++;
        bytes += Files.exists(file) ? Files.size(file) : 0;
      }
    }
    if (files >= MOST_FILES || bytes / MOST_LARGE >= mostBytes) {
      throw new SftpException(SSH_FX_FAILURE, "too much waits to be read: try again later");
    }
  }

  @Override
  protected String doOpen(
      int id, String path, int flags, int access, Map<String, Object> attributes)
      throws IOException {
    if ((access & WRITES) == 0) {
      return super.doOpen(id, path, flags, access, attributes);
    }
    var place = place(path);
    permit(place);
    permitMore();
    var upload = new Upload(place.name());
    if (!UploadName.isUnfinished(place.name())) {
      // what another upload of the name left when it broke off
      Files.deleteIfExists(uploaded(upload));
    }
    var uploaded = "/" + PartyHome.IN + "/" + UploadName.whileUploaded(place.name());
    var handle = super.doOpen(id, uploaded, flags, access, Map.of());
    uploads.put(handle, upload);
    return handle;
  }

  @Override
  protected void doWrite(
      int id, String handle, long offset, int length, byte[] data, int from, int remaining)
      throws IOException {
    var upload = uploads.get(handle);
    if (upload != null && size(handle, offset) + length > mostBytes) {
      breakOff(upload);
      throw new SftpException(SSH_FX_FAILURE, "larger than " + mostBytes + " bytes");
    }
    try {
      super.doWrite(id, handle, offset, length, data, from, remaining);
    } catch (IOException | RuntimeException e) {
      if (upload != null) {
        breakOff(upload);
      }
      throw e;
    }
  }

  /** Of what cannot be whole nothing stays, whatever the client does next. */
  private void breakOff(Upload upload) throws IOException {
    upload.broken = true;
    Files.deleteIfExists(uploaded(upload));
  }

  private Path uploaded(Upload upload) {
    return home.in().resolve(UploadName.whileUploaded(upload.name));
  }

  /** Where the next bytes go: at the end when the client appends. */
  private long size(String handle, long offset) throws IOException {
    return handles.get(handle) instanceof FileHandle file && file.isOpenAppend()
        ? file.getFileChannel().size()
        : offset;
  }

  @Override
  protected void doClose(int id, String handle) throws IOException {
    var upload = uploads.remove(handle);
    if (upload != null
        && handles.get(handle) instanceof FileHandle file
        && file.getFileChannel() instanceof FileChannel channel) {
      channel.force(true);
    }
    super.doClose(id, handle);
    if (upload != null) {
      finish(upload);
    }
  }

  private void finish(Upload upload) throws IOException {
    var uploaded = uploaded(upload);
    if (upload.broken) {
      throw new SftpException(SSH_FX_FAILURE, "the upload was not taken");
    }
    var whole = home.in().resolve(upload.name);
    if (!whole.equals(uploaded)) {
      permit(new Place(PartyHome.IN, upload.name));
      Files.move(uploaded, whole, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  protected void doRename(int id, String from, String to, int flags) throws IOException {
    if (!place(from).isIn(PartyHome.IN)) {
      throw denied("only files in /in are renamed; to remove one from /out says that you have it");
    }
    permit(place(to));
    super.doRename(id, from, to, flags);
  }

  @Override
  protected String doOpenDir(int id, String path, Path folder, LinkOption... options)
      throws IOException {
    if (place(path).folder().equals("/" + PartyHome.OUT)) {
      try {
        outbox.fill();
      } catch (LedgerException e) {
        throw new SftpException(SSH_FX_FAILURE, "the gateway is not ready: try again later");
      }
    }
    return super.doOpenDir(id, path, folder, options);
  }

  @Override
  protected void doRemoveFile(int id, String path) throws IOException {
    var place = place(path);
    if (place.name() == null) {
      throw denied("only files are removed");
    }
    try {
      if (!place.isIn(PartyHome.OUT) || !outbox.taken(place.name())) {
        super.doRemoveFile(id, path);
      }
    } catch (LedgerException e) {
      throw new SftpException(SSH_FX_FAILURE, "the gateway is not ready: try again later");
    }
  }

  @Override
  protected void doMakeDirectory(int id, String path, Map<String, ?> attributes)
      throws IOException {
    throw denied("the folders are given");
  }

  @Override
  protected void doRemoveDirectory(int id, String path) throws IOException {
    throw denied("the folders are given");
  }

  @Override
  protected void doLink(int id, String target, String link, boolean symbolic) throws IOException {
    throw denied("there are no links");
  }

  @Override
  protected void doSymLink(int id, String target, String link) throws IOException {
    throw denied("there are no links");
  }

  /** Times and rights are the gateway's; clients that set them by habit hear no fault. */
  @Override
  protected void doSetStat(
      int id,
      String path,
      int command,
      String extension,
      Map<String, ?> attributes,
      Boolean followLinks) {
    // nothing is changed
  }

  @Override
  protected void doFSetStat(int id, String handle, Map<String, ?> attributes) {
    // nothing is changed
  }

  @Override
  protected void executeExtendedCommand(Buffer buffer, int id, String extension)
      throws IOException {
    if (EXTENSIONS.contains(extension)) {
      super.executeExtendedCommand(buffer, id, extension);
    } else {
      sendStatus(prepareReply(buffer), id, SSH_FX_OP_UNSUPPORTED, extension + " is not offered");
    }
  }
}
