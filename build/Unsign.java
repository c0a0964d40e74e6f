import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Verifies the signature of a library once and takes it off the copy that stands beside our jar:
 * the virtual machine keeps no class of a signed jar for faster starts, and verifies such a jar
 * with every start. The classes stay as they came.
 *
 * <p>Usage: {@code java Unsign.java FOLDER NAME...}, a name without its version. A library that is
 * not there or more than once, and a class that is not as it was signed, end the build; a copy
 * without signature stays as it is.
 */
final class Unsign {
  private Unsign() {}

  public static void main(String[] args) throws IOException {
    for (int i = 1; i < args.length; i++) {
      unsign(only(Path.of(args[0]), args[i]));
    }
  }

  private static Path only(Path folder, String name) throws IOException {
    try (var files = Files.newDirectoryStream(folder, name + "-[0-9]*.jar")) {
      var found = files.iterator();
      if (!found.hasNext()) {
        throw new IOException("no " + name + " in " + folder);
      }
      var jar = found.next();
      if (found.hasNext()) {
        throw new IOException(name + " is more than once in " + folder);
      }
      return jar;
    }
  }

  private static void unsign(Path signed) throws IOException {
    try (var jar = new JarFile(signed.toFile(), false)) {
      if (jar.stream().noneMatch(entry -> isSignature(entry.getName()))) {
        return;
      }
    }
    var plain = signed.resolveSibling(signed.getFileName() + ".plain");
    try (var from = new JarFile(signed.toFile(), true);
        var to = Files.newOutputStream(plain)) {
      copy(from, to);
    }
    var stamp = Files.getLastModifiedTime(signed);
    Files.move(plain, signed, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(signed, stamp);
  }

  private static void copy(JarFile from, OutputStream file) throws IOException {
    var head = new Manifest();
    head.getMainAttributes().putAll(from.getManifest().getMainAttributes());
    try (var to = new JarOutputStream(file, head)) {
      for (var entries = from.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        var name = entry.getName();
        // the manifest is written anew, without the digests
        if (!entry.isDirectory() && !isSignature(name) && !name.equals(JarFile.MANIFEST_NAME)) {
          copy(from, entry, to);
        }
      }
    }
  }

  private static void copy(JarFile from, JarEntry entry, JarOutputStream to) throws IOException {
    var copied = new ZipEntry(entry.getName());
    copied.setTime(entry.getTime());
    to.putNextEntry(copied);
    try (var content = from.getInputStream(entry)) {
      content.transferTo(to); // throws for what is not as it was signed
    }
    if (entry.getName().endsWith(".class") && entry.getCodeSigners() == null) {
      throw new IOException(from.getName() + " has a class that nobody signed: " + entry);
    }
  }

  private static boolean isSignature(String name) {
    return name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }
}
