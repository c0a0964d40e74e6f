package org.chasqui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** How long a file and a method may be (CONTRIBUTING.md); every message says the mend. */
class SourceSizeTest {
  private static final int LINES_OF_A_FILE = 300;
  private static final int LINES_OF_A_METHOD = 25;
  private static final Path SOURCES = Path.of("src");

  /**
   * Files and methods that were longer when the limits came, with their lines: they may shrink,
   * none may grow or join them.
   */
  private static final Path LONGER = Path.of("src/test/resources/longer-sources.txt");

  @Test
  void aFileHoldsOneThing() throws IOException {
    judge(
        longerFiles(),
        name -> !name.contains("#"),
        LINES_OF_A_FILE,
        "move one of its responsibilities into a file of its own");
  }

  @Test
  void aMethodIsReadAtAGlance() throws IOException {
    judge(
        longerMethods(),
        name -> name.contains("#"),
        LINES_OF_A_METHOD,
        "give a step of it a name and a method of its own");
  }

  private static void judge(
      Map<String, Integer> longer, Predicate<String> ofThese, int most, String mend)
      throws IOException {
    var known = known();
    assertThat(longer)
        .allSatisfy(
            (name, lines) ->
                assertThat(lines)
                    .as("lines of %s: %s", name, mend)
                    .isLessThanOrEqualTo(known.getOrDefault(name, most)));
    assertThat(longer.keySet())
        .as("%s: take off what is short enough or gone", LONGER)
        .containsAll(known.keySet().stream().filter(ofThese).toList());
  }

  private static Map<String, Integer> known() throws IOException {
    try (var lines = Files.lines(LONGER)) {
      return lines
          .map(line -> line.split(" "))
          .collect(Collectors.toMap(line -> line[0], line -> Integer.valueOf(line[1])));
    }
  }

  private static Map<String, Integer> longerFiles() throws IOException {
    var longer = new TreeMap<String, Integer>();
    for (var file : sources()) {
      try (var lines = Files.lines(file)) {
        int count = (int) lines.count();
        if (count > LINES_OF_A_FILE) {
          longer.put(name(file.toAbsolutePath().toUri()), count);
        }
      }
    }
    return longer;
  }

  private static Map<String, Integer> longerMethods() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources()));
      var longer = new TreeMap<String, Integer>();
      for (var unit : task.parse()) {
        new Bodies(unit, Trees.instance(task).getSourcePositions(), longer).scan(unit, null);
      }
      return longer;
    }
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Finds the bodies that are too long: the lines between the braces count. */
  private static final class Bodies extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Map<String, Integer> longer;

    Bodies(CompilationUnitTree unit, SourcePositions positions, Map<String, Integer> longer) {
      this.unit = unit;
      this.positions = positions;
      this.longer = longer;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      if (method.getBody() != null) {
        int lines = between(method.getBody());
        if (lines > LINES_OF_A_METHOD) {
          longer.merge(
              name(unit.getSourceFile().toUri()) + "#" + method.getName(), lines, Math::max);
        }
      }
      return super.visitMethod(method, null);
    }

    private int between(Tree body) {
      var lines = unit.getLineMap();
      long first = lines.getLineNumber(positions.getStartPosition(unit, body));
      long last = lines.getLineNumber(positions.getEndPosition(unit, body));
      return (int) (last - first - 1);
    }
  }

  private static String name(URI file) {
    return SOURCES.toAbsolutePath().toUri().relativize(file).getPath();
  }
}
