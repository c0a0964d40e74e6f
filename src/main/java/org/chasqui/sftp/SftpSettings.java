package org.chasqui.sftp;

import java.nio.file.Path;

/**
 * Settings of the SFTP door.
 *
 * @param host address that it listens on
 * @param port 0 for a free one
 * @param homes folder with the folders of each party
 * @param keys folder with a file of each party's public keys, as {@code authorized_keys} has them
 * @param mostDocumentBytes larger files are not taken
 */
public record SftpSettings(
    String host, int port, Path homes, Path keys, HostKey hostKey, long mostDocumentBytes) {}
