package org.chasqui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.message.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name exists; nothing else of the build would find it out to be wrong. */
class HandOverDocumentsTest {
  private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z]+)`");

  /** A path below a folder of the project, or a file by its ending; {@code xx} stands for any. */
  private static final Pattern FILE =
      Pattern.compile(
          "`(?:\\./)?((?:docs|config|routes|src|samples|docker|build)/[\\w./-]*"
              + "|[\\w./-]+\\.(?:md|yaml|csv|java|properties|xsd|xsl|edi))`");

  private static final Pattern JAVA =
      Pattern.compile("`org\\.chasqui((?:\\.[a-z]+)+(?:\\.[A-Z]\\w+)?)`");
  private static final Pattern SETTING = Pattern.compile("`(chasqui(?:\\.[a-z-]+)+)(?: =[^`]*)?`");
  private static final Pattern CALL =
      Pattern.compile("`(?:GET|POST|PUT|DELETE) (/v1/[\\w/{}.-]+|/[a-z]+(?:\\.json)?)[`?]");
  private static final Pattern CODE = Pattern.compile("EAD-\\d{4}");
  private static final Pattern ADMINISTRATIONS =
      Pattern.compile(
          "(?<!other )\\b(\\d+)\\s+(?:(?:simulated )?customs hubs|(?:customs )?administrations)\\b");

  static Stream<Path> documents() throws IOException {
    var all = new HashSet<Path>();
    for (var folder : List.of("docs", "routes", "config")) {
      try (var files = Files.walk(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(all::add);
      }
    }
    all.addAll(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
    return all.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyFileThatADocumentNamesIsThere(Path document) throws IOException {
    var tree = tree();
    assertThat(named(FILE, document).filter(name -> !name.endsWith("xx.yaml")))
        .allSatisfy(
            name ->
                assertThat(tree)
                    .as("%s names %s", document, name)
                    .anyMatch(file -> file.equals(name) || file.endsWith("/" + name)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyPackageAndClassThatADocumentNamesInFullIsThere(Path document) throws IOException {
    var tree = tree();
    assertThat(named(JAVA, document))
        .allSatisfy(
            name -> {
              var path = "src/main/java/org/chasqui" + name.replace('.', '/');
              assertThat(tree.contains(path) || tree.contains(path + ".java"))
                  .as("%s names org.chasqui%s", document, name)
                  .isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everySettingThatADocumentNamesIsOne(Path document) throws IOException {
    var settings = Files.readString(Path.of("config/application.properties"));
    assertThat(named(SETTING, document).filter(name -> !name.equals("chasqui.origins")))
        .allSatisfy(name -> assertThat(settings).as("%s", document).contains(name + " ="));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCallThatADocumentNamesIsDescribed(Path document) throws IOException {
    var api = new ObjectMapper(new YAMLFactory()).readTree(Path.of("config/openapi.yaml").toFile());
    var paths = new HashSet<String>();
    api.path("paths").fieldNames().forEachRemaining(path -> paths.add(shape(path)));
    assertThat(named(CALL, document).filter(path -> path.startsWith("/v1/")))
        .filteredOn(path -> !path.equals("/v1/declarations"))
        .allSatisfy(path -> assertThat(paths).as("%s", document).contains(shape(path)));
  }

  /** The path with {@code *} for each part that stands for a value. */
  private static String shape(String path) {
    return path.replaceAll("\\{[^}]*}|(?<=/)ID(?=/|$)", "*");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyProblemCodeThatADocumentNamesIsOne(Path document) throws IOException {
    var codes = Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList();
    assertThat(CODE.matcher(Files.readString(document)).results().map(MatchResult::group))
        .isSubsetOf(codes);
  }

  @Test
  void everyProblemCodeIsDescribedWithItsSeverityAndText() throws IOException {
    var page = Files.readString(Path.of("docs/problems.md"));
    var texts = ResourceBundle.getBundle("org.chasqui.message.problems", Locale.ROOT);
    assertThat(ProblemCode.values())
        .allSatisfy(
            code ->
                assertThat(page)
                    .contains(
                        "| `%s` | %s | %s |"
                            .formatted(
                                code.code(),
                                code.severity().name().toLowerCase(Locale.ROOT),
                                texts.getString(code.code()))));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theNumberOfAdministrationsIsThatOfTheirProfiles(Path document) throws IOException {
    long profiles;
    try (var files = Files.list(Path.of("config/administrations"))) {
      profiles = files.count();
    }
    assertThat(named(ADMINISTRATIONS, document).map(Long::valueOf))
        .allSatisfy(number -> assertThat(number).as("%s", document).isEqualTo(profiles));
  }

  @Test
  void theThreatModelNamesOnlyWhatExists() throws IOException {
    var named = named(NAME, Path.of("docs/threat-model.md")).collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(20);
    var classes =
        tree().stream()
            .filter(file -> file.endsWith(".java"))
            .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - 5));
    assertThat(classes).containsAll(named);
  }

  private static Stream<String> named(Pattern pattern, Path document) throws IOException {
    return pattern
        .matcher(Files.readString(document))
        .results()
        .map(found -> found.group(1).replaceAll("/$", ""));
  }

  /** Every file and folder of the project, by its path from the top. */
  private static Set<String> tree() throws IOException {
    var tree = new HashSet<String>();
    for (var top : List.of("docs", "config", "routes", "src", "samples", "docker", "build")) {
      try (var files = Files.walk(Path.of(top))) {
        files.forEach(file -> tree.add(file.toString().replace('\\', '/')));
      }
    }
    try (var files = Files.list(Path.of(""))) {
      files.forEach(file -> tree.add(file.toString()));
    }
    return tree;
  }
}
