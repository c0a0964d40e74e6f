package org.chasqui.sftp;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names of files in the folder for uploads. One that begins with a dot or ends as clients end the
 * names of what they have not finished is not read until it is renamed.
 */
public final class UploadName {
  /** Ending of what the server itself has not received whole. */
  static final String UNFINISHED = ".part";

  private static final List<String> ENDINGS = List.of(UNFINISHED, ".filepart", ".tmp");
  private static final Pattern NAME =
      Pattern.compile("[.]?[A-Za-z0-9][A-Za-z0-9 ._@+=,()~#-]{0,127}");

  private UploadName() {}

  /** True for what is not to be read yet. */
  public static boolean isUnfinished(String name) {
    return name.startsWith(".") || ENDINGS.stream().anyMatch(name::endsWith);
  }

  static boolean isAllowed(String name) {
    return NAME.matcher(name).matches();
  }

  /** What a file is called until its upload is whole: each time otherwise, save a client's own. */
  static String whileUploaded(String name) {
    return isUnfinished(name) ? name : "." + name + "." + UUID.randomUUID() + UNFINISHED;
  }
}
