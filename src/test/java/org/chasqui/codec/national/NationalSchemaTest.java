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
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;

/** Whatever is carried, the document is valid by the schema that is public for its format. */
class NationalSchemaTest {
  private static final String WCO =
      "schemas/third-party/wco36-hmrc/public/api/conf/2.0/schemas/wco/declaration/";

  @Test
  void writesBatchesValidByTheSchemaOfSiscomexRemessa() throws IOException {
    var file =
        SharedFolder.path(
            "schemas/third-party/br-siscomex-remessa/RegistroERetificaoDeLoteDIR.schema.json");
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(file));
    var codec = NationalViews.encoder("siscomex-remessa");
    for (int seed = 0; seed < 50; seed++) {
      var encoded = codec.encode(messages(codec, seed, 20), NationalViews.encoding(codec));
      assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
      var text = new String(encoded.document(), StandardCharsets.UTF_8);
      assertThat(schema.validate(text, InputFormat.JSON)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void writesBillsValidByTheSchemaOfTheAsycudaFamily() throws Exception {
    var schema = schema(Path.of("config/formats/asycuda/awmds-family.xsd"));
    var codec = NationalViews.encoder("asycuda-awbolds");
    for (var commodities : List.of("false", "true")) {
      for (int seed = 0; seed < 50; seed++) {
        var view = NationalBatchTest.with(NationalViews.AG, "commoditySegment", commodities);
        var one = new EncodeContext(view, NationalViews.AT, "GW42");
        var encoded = codec.encode(messages(codec, seed, 20), one);
        assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
        validate(schema, encoded.document(), seed);
      }
    }
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
  void writesDinValidByTheSchemaWrittenFromThePublishedOne() throws Exception {
    var folder = Path.of("config/formats");
    var schema =
        schema(
            folder.resolve("soap11/envelope.xsd"),
            folder.resolve("din/DIN.xsd"),
            folder.resolve("din/EnvioDin.xsd"));
    var codec = NationalViews.encoder("din-declaration");
    var asPublished = NationalBatchTest.with(NationalViews.CL, "qualifiedRoot", "true");
    var views =
        List.of(NationalViews.CL, NationalBatchTest.with(asPublished, "errorsBlock", "true"));
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

  private static List<RegionalMessage> messages(Encoder codec, int seed, int count) {
    var declarations = new Declarations(seed, NationalViews.view(codec));
    var messages = new ArrayList<RegionalMessage>();
    for (int i = 0; i < count; i++) {
      messages.add(declarations.next());
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
