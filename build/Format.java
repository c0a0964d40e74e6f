import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats the Java sources with google-java-format, or checks that they are formatted. Run by the
 * build on the JDK that compiles, so that the syntax of that JDK is understood.
 *
 * <p>Usage: {@code java Format.java check|apply FOLDER...}
 */
final class Format {
  private static final Formatter FORMATTER = new Formatter();

  private Format() {}

  public static void main(String[] args) throws IOException, FormatterException {
    boolean apply = args[0].equals("apply");
    var differing = new ArrayList<Path>();
    for (var folder : List.of(args).subList(1, args.length)) {
      for (var file : sources(Path.of(folder))) {
        var text = Files.readString(file);
        var formatted = formatted(file, text);
        if (!formatted.equals(text)) {
          differing.add(file);
          if (apply) {
            Files.writeString(file, formatted);
          }
        }
      }
    }
    if (!apply && !differing.isEmpty()) {
      differing.forEach(file -> System.err.println("not formatted: " + file));
      System.err.println("format them with: mvn -q generate-sources -Dformat=apply");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String formatted(Path file, String text) throws FormatterException {
    try {
      var ordered =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.GOOGLE);
      return FORMATTER.formatSource(ordered);
    } catch (FormatterException e) {
      System.err.println(file + ": cannot be read as Java");
      throw e;
    }
  }
}
