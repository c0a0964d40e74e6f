package org.chasqui.codec.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.regional.RegionalCodecs;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A style sheet reaches nothing outside of its folder, and its failures cost one message only. */
class ShutInTest {
  private static final Regional REGIONAL =
      new Regional(new RegionalJson()::write, (Decoder) RegionalCodecs.all().getFirst());
  private static final ProfileView VIEW =
      new ProfileView(
          "xx",
          "urn:lac-ead:party:PY:customs:XX",
          "A hub",
          "PY",
          "PYG",
          java.time.ZoneId.of("America/Asuncion"),
          List.of("es"),
          Map.of(),
          Map.of(),
          false);
  private static final String DEFINITION =
      """
      description: "a test"
      source: "ours"
      confidence: ours
      longestSeconds: 1
      writes:
        kinds: [item-declaration]
        template: write.xsl
        mediaType: text/plain
        batch: 10
        carries: {item-declaration: [/itemId]}
      cases: {party: xx, name: A hub, country: PY, currency: PYG, zone: UTC, languages: [es],
        at: "2026-11-28T12:00:00Z", reference: C1}
      """;

  @TempDir Path formats;

  private Encoder format(String body) throws IOException {
    return format(body, 1);
  }

  private Encoder format(String body, int longestSeconds) throws IOException {
    var folder = Files.createDirectories(formats.resolve("test"));
    Files.writeString(
        folder.resolve("format.yaml"),
        DEFINITION.replace("longestSeconds: 1", "longestSeconds: " + longestSeconds));
    Files.writeString(folder.resolve("inside.txt"), "inside");
    Files.writeString(formats.resolve("outside.txt"), "outside");
    Files.writeString(formats.resolve("outside.xml"), "<outside/>");
    Files.writeString(
        folder.resolve("write.xsl"),
        """
        <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" expand-text="yes">
          <xsl:output method="text"/>
          <xsl:template match="messages"><xsl:apply-templates/></xsl:template>
          <xsl:template match="item-declaration">%s</xsl:template>
        </xsl:stylesheet>
        """
            .formatted(body));
    return (Encoder) FolderCodecs.load(formats, REGIONAL).all().iterator().next();
  }

  private static RegionalMessage item(String id) throws IOException {
    var json = Files.readAllBytes(Path.of("config/schema/examples/item-declaration.json"));
    var message = new RegionalJson().read(json);
    return message.with(((ItemDeclaration) message.data()).toBuilder().itemId(id).build());
  }

  private static Encoded encode(Encoder format, String... ids) throws IOException {
    var messages = new java.util.ArrayList<RegionalMessage>();
    for (var id : ids) {
      messages.add(item(id));
    }
    var at = Instant.parse("2026-11-28T12:00:00Z");
    return format.encode(messages, new EncodeContext(VIEW, at, "R1"));
  }

  private static String text(Encoded encoded) {
    return new String(encoded.document(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{unparsed-text('../outside.txt')}",
        "{unparsed-text('file:///etc/passwd')}",
        "{doc('../outside.xml')}",
        "{document('../outside.xml')}",
        "{json-doc('../outside.txt')}",
        "{collection('..')}",
        "{uri-collection('..')}",
        "{doc('http://127.0.0.1:9/x')}",
        "{unparsed-text('http://127.0.0.1:9/x')}"
      })
  void readsNothingOutsideOfItsFolder(String body) throws IOException {
    var encoded = encode(format(body), "CP123456785CL");

    assertThat(encoded.carriages()).noneMatch(Carriage::carried);
    assertThat(text(encoded)).isEmpty();
  }

  @Test
  void seesNoFileOutsideNoVariableAndNoPropertyOfTheMachine() throws IOException {
    var body =
        "{doc-available('../outside.xml')} {unparsed-text-available('../outside.txt')}"
            + " [{environment-variable('PATH')}] [{system-property('user.home')}]"
            + " {unparsed-text('inside.txt')}";

    assertThat(text(encode(format(body), "CP123456785CL"))).isEqualTo("false false [] [] inside");
  }

  @Test
  void aMessageOnWhichTheTemplateFailsCostsItselfOnly() throws IOException {
    var body = "<xsl:if test=\"itemId eq 'CP123456799CL'\">{xs:integer('x')}</xsl:if>{itemId};";
    var encoded =
        encode(
            format(body.replace("xs:integer", "Q{http://www.w3.org/2001/XMLSchema}integer")),
            "CP123456785CL",
            "CP123456799CL",
            "CP123456808CL");

    assertThat(text(encoded)).isEqualTo("CP123456785CL;CP123456808CL;");
    assertThat(encoded.carriages())
        .extracting(Carriage::carried)
        .containsExactly(true, false, true);
    var problem = encoded.carriages().get(1).problems().getFirst();
    assertThat(problem.code().code()).isEqualTo("EAD-4007");
    assertThat(problem.found()).startsWith("test/write.xsl:4");
  }

  @Test
  void aRecursionWithoutEndIsAFailureOfItsMessage() throws IOException {
    var body = "<xsl:apply-templates select=\".\"/>x";

    assertThat(encode(format(body), "CP123456785CL").carriages()).noneMatch(Carriage::carried);
  }

  @Test
  void aRunThatTakesTooLongIsGivenUpAndItsStyleSheetRunsNoMore() throws IOException {
    var format = format("{sum(for $a in 1 to 300000000 + string-length(itemId) return $a mod 7)}");

    assertThat(encode(format, "CP123456785CL").carriages()).noneMatch(Carriage::carried);
    assertThat(encode(format, "CP123456785CL").carriages()).noneMatch(Carriage::carried);
    assertThatThrownBy(() -> encode(format, "CP123456785CL"))
        .hasMessageContaining("runs of test/write.xsl go on without end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{Q{java:java.lang.System}getProperty('user.home')}",
        "{Q{java:java.lang.Runtime}getRuntime()}",
        "{Q{java:java.io.File}new('/etc/passwd')}",
        "{Q{http://saxon.sf.net/}evaluate('1')}",
        "<xsl:result-document href='../written.xml'><a/></xsl:result-document>",
        "<xsl:evaluate xpath='itemId'/>",
        "<xsl:source-document href='http://127.0.0.1:9/x'><xsl:copy-of select='.'/></xsl:source-document>",
      })
  void runsNoJavaNoTextAsCodeAndWritesNothingElse(String body) throws IOException {
    var format = format(body);

    assertThatThrownBy(() -> encode(format, "CP123456785CL"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("test/write.xsl:");
    assertThat(formats.resolve("written.xml")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9/more.xsl",
        "../outside.xsl",
        "file:///etc/passwd",
        "linked.xsl"
      })
  void takesInNoStyleSheetFromOutside(String address) throws IOException {
    Files.createDirectories(formats.resolve("test"));
    var outside = formats.resolve("outside.xsl");
    Files.writeString(
        outside,
        "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>");
    Files.createSymbolicLink(formats.resolve("test/linked.xsl"), outside);
    var format =
        format("x</xsl:template><xsl:include href='" + address + "'/><xsl:template name='n'>");

    assertThatThrownBy(() -> encode(format, "CP123456785CL"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("test/write.xsl:");
  }

  @Test
  void aDocumentTypeInAStyleSheetIsNotRead() throws IOException {
    var format = format("x");
    var sheet = formats.resolve("test/write.xsl");
    Files.writeString(
        sheet,
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n" + Files.readString(sheet));

    assertThatThrownBy(() -> encode(format, "CP123456785CL")).isInstanceOf(FormatException.class);
  }

  @Test
  void moreOutputThanADocumentMayHaveIsAFailureOfItsMessage() throws IOException {
    var body =
        "<xsl:for-each select='1 to 700'>{string-join((1 to 30000) ! 'abcd')}</xsl:for-each>";
    assertThat(encode(format(body, 20), "CP123456785CL").carriages()).noneMatch(Carriage::carried);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<m a=\"1\">abcd</m>",
        "<m a=\"{string-join((1 to 3000) ! 'abc')}\"/>",
        "<xsl:comment select=\"string-join((1 to 3000) ! 'abc')\"/>",
        "<xsl:processing-instruction name=\"p\" select=\"string-join((1 to 3000) ! 'abc')\"/>"
      })
  void aTreeThatGrowsWithoutEndIsAFailureBeforeItFillsTheMemory(String part) throws Exception {
    var folder = Files.createDirectories(formats.resolve("tree"));
    Files.writeString(
        folder.resolve("read.xsl"),
        """
        <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
          <xsl:template match="/"><messages><xsl:for-each select="1 to 2000000000">%s</xsl:for-each></messages></xsl:template>
        </xsl:stylesheet>
        """
            .formatted(part));
    var engine = new Engine(folder);
    var compiled = engine.compile("read.xsl", new java.util.ArrayList<>()).orElseThrow();
    var sheet =
        new Stylesheet(engine, "read.xsl", compiled, java.time.Duration.ofSeconds(60), 10_000);
    var input = AnswerTree.of(engine, "text", "x".getBytes(StandardCharsets.UTF_8)).root();

    assertThat(sheet.read(input, Instant.EPOCH, Map.of()))
        .isInstanceOfSatisfying(
            Stylesheet.Result.Failed.class,
            failed -> assertThat(failed.text()).contains("larger than 10000"));
  }

  @Test
  void everyFieldThatIsNotNamedIsToldAsLost() throws IOException {
    var encoded = encode(format("{itemId}"), "CP123456785CL");

    assertThat(encoded.carriages().getFirst().problems())
        .extracting(problem -> problem.location().text())
        .contains("/sender", "/recipient", "/grossMass", "/contents")
        .doesNotContain("/itemId");
  }

  @Test
  void theTimeOfATemplateIsThatOfTheDocument() throws IOException {
    assertThat(text(encode(format("{current-dateTime()}"), "CP123456785CL")))
        .isEqualTo("2026-11-28T12:00:00Z");
  }
}
