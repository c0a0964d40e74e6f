package org.chasqui.sftp;

import static org.apache.sshd.sftp.common.SftpConstants.SSH_FX_FAILURE;
import static org.apache.sshd.sftp.common.SftpConstants.SSH_FX_OP_UNSUPPORTED;
import static org.apache.sshd.sftp.common.SftpConstants.SSH_FX_PERMISSION_DENIED;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;
import org.chasqui.ledger.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one party may do in its folders: upload into {@code in}, rename there, read everywhere and
 * remove. An upload bears its name only once it is whole and on disk, so that one that breaks off
 * is never read, whatever its client calls it.
 */
final class PartySession extends SftpSubsystem {
  private static final Set<String> EXTENSIONS =
      Set.of("posix-rename@openssh.com", "fsync@openssh.com", "limits@openssh.com");

  private static final Logger LOG = LoggerFactory.getLogger(PartySession.class);

  private final OutFolder outbox;
  private final Uploads uploads;
  private final Map<String, Uploads.Upload> begun = new ConcurrentHashMap<>();

  PartySession(
      ChannelSession channel,
      SftpSubsystemConfigurator configurator,
      OutFolder outbox,
      Uploads uploads) {
    super(channel, configurator);
    this.outbox = outbox;
    this.uploads = uploads;
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
  private static void permit(Place place) throws IOException {
    if (!place.isIn(PartyHome.IN)) {
      throw denied("files are uploaded into /in");
    }
    if (!UploadName.isAllowed(place.name())) {
      throw denied("names have up to 128 letters without accents, digits and -._@+=,()~#");
    }
  }

  /** True when a file of these wishes of a client is neither made nor changed. */
  static boolean onlyReads(int flags, int access) {
    return Set.of(StandardOpenOption.READ).containsAll(FileHandle.getOpenOptions(flags, access));
  }

  @Override
  protected String doOpen(
      int id, String path, int flags, int access, Map<String, Object> attributes)
      throws IOException {
    if (onlyReads(flags, access)) {
      return super.doOpen(id, path, flags, access, attributes);
    }
    var place = place(path);
    permit(place);
    var upload = uploads.begin(place.name());
    try {
      var written = "/" + PartyHome.IN + "/" + upload.written();
      var handle = super.doOpen(id, written, flags, access, Map.of());
      begun.put(handle, upload);
      return handle;
    } catch (IOException | RuntimeException e) {
      uploads.leave(upload);
      throw e;
    }
  }

  @Override
  protected void doWrite(
      int id, String handle, long offset, int length, byte[] data, int from, int remaining)
      throws IOException {
    var upload = begun.get(handle);
    if (upload == null) {
      throw denied("the file is open to be read");
    }
    uploads.write(
        upload,
        size(handle, offset) + length,
        () -> super.doWrite(id, handle, offset, length, data, from, remaining));
  }

  /** Where the next bytes go: at the end when the client appends. */
  private long size(String handle, long offset) throws IOException {
    return handles.get(handle) instanceof FileHandle file && file.isOpenAppend()
        ? file.getFileChannel().size()
        : offset;
  }

  @Override
  protected void doClose(int id, String handle) throws IOException {
    var upload = begun.remove(handle);
    if (upload == null) {
      super.doClose(id, handle);
      return;
    }
    try {
      if (handles.get(handle) instanceof FileHandle file
          && file.getFileChannel() instanceof FileChannel channel) {
        channel.force(true);
      }
      super.doClose(id, handle);
    } catch (IOException | RuntimeException e) {
      uploads.leave(upload);
      throw e;
    }
    uploads.finish(upload);
  }

  @Override
  protected void closeAllHandles() {
    super.closeAllHandles();
    for (var upload : begun.values()) {
      try {
        uploads.leave(upload);
      } catch (IOException e) {
        LOG.warn("what an upload left that broke off cannot be removed", e);
      }
    }
  }

  @Override
  protected void doRename(int id, String from, String to, int flags) throws IOException {
    var file = place(from);
    if (!file.isIn(PartyHome.IN)) {
      throw denied("only files in /in are renamed; to remove one from /out says that you have it");
    }
    var named = place(to);
    permit(named);
    uploads.rename(file.name(), named.name(), () -> super.doRename(id, from, to, flags));
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
