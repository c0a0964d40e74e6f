package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.chasqui.SharedFolder;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoder;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.PartyIdentifier;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is carried, the document is valid by the schema that is public for its format. */
class NationalSchemaTest {
  private static final String WCO =
      "schemas/third-party/wco36-hmrc/public/api/conf/2.0/schemas/wco/declaration/";

  @ParameterizedTest
  @ValueSource(strings = {"asycuda-awmds", "asycuda-awappend", "asycuda-awmcds"})
  void writesManifestsValidByTheSchemaOfTheAsycudaFamily(String name) throws Exception {
    var schema = schema(Path.of("config/formats/asycuda/awmds-family.xsd"));
    var codec = NationalViews.encoder(name);
    for (int seed = 0; seed < 100; seed++) {
      var dispatches = new Dispatches(seed);
      var messages = List.of(dispatches.next(), dispatches.next());
      var encoded = codec.encode(messages, NationalViews.encoding(codec));
      assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
      validate(schema, encoded.document(), seed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"asycuda-sad-421", "asycuda-sad-jm"})
  void writesDeclarationsValidByTheSchemaOfTheirDialects(String name) throws Exception {
    var schema = schema(Path.of("config/formats/asycuda/sad-family.xsd"));
    var codec = NationalViews.encoder(name);
    for (int seed = 0; seed < 200; seed++) {
      var encoded = codec.encode(messages(codec, seed, 1), NationalViews.encoding(codec));
      assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
      validate(schema, encoded.document(), seed);
    }
  }

  @Test
  void writesDeletionsValidByOurOwnSchema() throws Exception {
    var schema = schema(Path.of("config/formats/asycuda/awdelete.xsd"));
    var codec = NationalViews.encoder("asycuda-awdelete");
    var messages =
        messages(codec, 1, 5).stream()
            .map(
                message ->
                    message.with(
                        ((ItemDeclaration) message.data())
                            .toBuilder().function(MessageFunction.CANCELLATION).build()))
            .toList();
    var encoded = codec.encode(messages, NationalViews.encoding(codec));
    assertThat(encoded.carriages()).allMatch(Carriage::carried);
    validate(schema, encoded.document(), 1);
  }

  @Test
  void writesBillsValidByTheSchemaOfTheAsycudaFamily() throws Exception {
    var schema = schema(Path.of("config/formats/asycuda/awmds-family.xsd"));
    var codec = NationalViews.encoder("asycuda-awbolds");
    for (var commodities : List.of("false", "true")) {
      for (int seed = 0; seed < 50; seed++) {
        var view = NationalBatchTest.with(CaribbeanViews.AG, "commoditySegment", commodities);
        var one = new EncodeContext(view, NationalViews.AT, "GW42");
        var encoded = codec.encode(messages(codec, seed, 20), one);
        assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
        validate(schema, encoded.document(), seed);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"99999999, import-consolidate-master.xsd", "0, import-dua.xsd"})
  void writesMastersAndDeclarationsValidByOurSchemasOfSiga(String declareAbove, String file)
      throws Exception {
    var schema = schema(Path.of("config/formats/siga").resolve(file));
    var codec = NationalViews.encoder("siga-import");
    var view = NationalBatchTest.with(CaribbeanViews.DO, "declareAbove", declareAbove);
    for (int seed = 0; seed < 50; seed++) {
      var messages = known(messages(codec, seed, 20));
      var encoded = codec.encode(messages, new EncodeContext(view, NationalViews.AT, "GW42"));
      assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
      validate(schema, encoded.document(), seed);
    }
  }

  @Test
  void writesDeclarationsInXmlValidByOurSchemaOfTheDuca() throws Exception {
    var schema = schema(Path.of("config/formats/duca/duca.xsd"));
    var codec = NationalViews.encoder("duca-xml");
    for (int seed = 0; seed < 50; seed++) {
      var encoded = codec.encode(messages(codec, seed, 20), NationalViews.encoding(codec));
      assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
      validate(schema, encoded.document(), seed);
    }
  }

  @ParameterizedTest
  @CsvSource({"duca-json, 20, duca/duca.schema.json", "atena-sad, 1, atena/sad.schema.json"})
  void writesDeclarationsInJsonValidByOurSchemas(String name, int items, String file)
      throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("config/formats").resolve(file)));
    var codec = NationalViews.encoder(name);
    for (int seed = 0; seed < 100; seed++) {
      var messages = known(messages(codec, seed, items));
      var encoded = codec.encode(messages, NationalViews.encoding(codec));
      assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
      var text = new String(encoded.document(), StandardCharsets.UTF_8);
      assertThat(schema.validate(text, InputFormat.JSON)).as("seed %d", seed).isEmpty();
    }
  }

  /** Items whose addressee has a document and whose lines have an HS code, each with its own id. */
  private static List<RegionalMessage> known(List<RegionalMessage> messages) {
    var known = new ArrayList<RegionalMessage>();
    for (int i = 0; i < messages.size(); i++) {
      var item = (ItemDeclaration) messages.get(i).data();
      var cedula = new PartyIdentifier("CEDULA", "00113918205", null);
      var contents =
          item.contents().stream()
              .map(piece -> piece.toBuilder().hsCode("610910").build())
              .toList();
      var changed =
          item.toBuilder()
              .itemId("CP%08d5CL".formatted(i))
              .recipient(item.recipient().toBuilder().identifiers(List.of(cedula)).build())
              .contents(contents)
              .build();
      known.add(messages.get(i).with(changed));
    }
    return known;
  }

  @Test
  void writesDeclarationsValidByThePublicSchemaOfTheWcoModel() throws Exception {
    var schema =
        schema(
            SharedFolder.path(WCO + "DocumentMetaData_2_DMS.xsd"),
            SharedFolder.path(WCO + "WCO_DEC_2_DMS.xsd"));
    var codec = NationalViews.encoder("wco-declaration");
    for (int seed = 0; seed < 300; seed++) {
      var encoded = codec.encode(messages(codec, seed, 1), NationalViews.encoding(codec));
      assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
      validate(schema, encoded.document(), seed);
    }
  }

  @Test
  void writesDeclarationsValidByOurSchemaOfSeida() throws Exception {
    var folder = Path.of("config/formats/wco/pe");
    var schema =
        schema(
            folder.resolve("1-declaration-ds.xsd"),
            folder.resolve("2-declaration.xsd"),
            folder.resolve("3-document-meta-data.xsd"));
    var codec = NationalViews.encoder("wco-declaration-seida");
    for (int seed = 0; seed < 300; seed++) {
      var encoded = codec.encode(messages(codec, seed, 1), NationalViews.encoding(codec));
      assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
      validate(schema, encoded.document(), seed);
    }
  }

  @Test
  void writesDinValidByTheSchemaWrittenFromThePublishedOne() throws Exception {
    var folder = Path.of("config/formats");
    var schema =
        schema(
            folder.resolve("soap11/envelope.xsd"),
            folder.resolve("din/DIN.xsd"),
            folder.resolve("din/EnvioDin.xsd"));
    var codec = NationalViews.encoder("din-declaration");
    var asPublished = NationalBatchTest.with(SouthernViews.CL, "qualifiedRoot", "true");
    var views =
        List.of(SouthernViews.CL, NationalBatchTest.with(asPublished, "errorsBlock", "true"));
    for (var view : views) {
      for (int seed = 0; seed < 150; seed++) {
        var one = new EncodeContext(view, NationalViews.AT, "GW42");
        var encoded = codec.encode(messages(codec, seed, 1), one);
        assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
        validate(schema, encoded.document(), seed);
      }
    }
  }

  @Test
  void writesTheCallAndTheDocumentInItValidByTheirSchemas() throws Exception {
    var folder = Path.of("config/formats");
    var item = folder.resolve("ecuapass/postal-item.xsd");
    var call =
        schema(folder.resolve("soap11/envelope.xsd"), folder.resolve("ecuapass/header.xsd"), item);
    var inner = schema(item);
    var codec = NationalViews.encoder("ecuapass-envelope");
    for (int seed = 0; seed < 200; seed++) {
      var encoded = codec.encode(messages(codec, seed, 1), NationalViews.encoding(codec));
      assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
      validate(call, encoded.document(), seed);
      var parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
      var document = parser.parse(new ByteArrayInputStream(encoded.document()));
      var text = document.getElementsByTagName("arg0").item(0).getTextContent();
      validate(inner, text.getBytes(StandardCharsets.UTF_8), seed);
    }
  }

  @Test
  void writesCoveAndFilesValidByOurSchemas() throws Exception {
    var folder = Path.of("config/formats");
    var cove = schema(folder.resolve("soap11/envelope.xsd"), folder.resolve("vucem/cove.xsd"));
    var file = schema(folder.resolve("muisca/file.xsd"));
    for (int seed = 0; seed < 100; seed++) {
      for (var name : List.of("vucem-cove", "muisca-file")) {
        var codec = NationalViews.encoder(name);
        var count = Math.min(20, codec.batchLimit());
        var encoded = codec.encode(messages(codec, seed, count), NationalViews.encoding(codec));
        assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
        validate(name.equals("vucem-cove") ? cove : file, encoded.document(), seed);
      }
    }
  }

  static List<RegionalMessage> messages(Encoder codec, int seed, int count) {
    var declarations = new Declarations(seed, NationalViews.view(codec));
    var messages = new ArrayList<RegionalMessage>();
    for (int i = 0; i < count; i++) {
      messages.add(Declarations.fitting(declarations.next(), codec));
    }
    return messages;
  }

  /** Both schemas are loaded together: the envelope's any is strict. */
  private static Schema schema(Path... files) throws Exception {
    var sources = new ArrayList<Source>();
    for (var file : files) {
      sources.add(new StreamSource(file.toFile()));
    }
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(sources.toArray(Source[]::new));
  }

  private static void validate(Schema schema, byte[] document, int seed) {
    assertThatCode(
            () ->
                schema
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(document))))
        .as("seed %d: %s", seed, new String(document, StandardCharsets.UTF_8))
        .doesNotThrowAnyException();
  }
}
