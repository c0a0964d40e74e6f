package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
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
  @ValueSource(strings = {"siscomex-remessa", "siscomex-retificacao"})
  void writesBatchesValidByTheSchemaOfSiscomexRemessa(String name) throws IOException {
    var schema = remessa("RegistroERetificaoDeLoteDIR");
    var codec = NationalViews.encoder(name);
    for (int seed = 0; seed < 50; seed++) {
      var messages = messages(codec, seed, 20);
      var encoded = codec.encode(messages, NationalViews.encoding(codec, messages));
      assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
      var text = new String(encoded.document(), StandardCharsets.UTF_8);
      assertThat(schema.validate(text, InputFormat.JSON)).as("seed %d", seed).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "siscomex-presenca,ManifestoDePresenaDeCarga",
    "siscomex-devolucao,EnvioSolicitaoDeDevoluo"
  })
  void writesWhatHappenedToItemsValidByTheSchemasOfSiscomexRemessa(String name, String title)
      throws IOException {
    var schema = remessa(title);
    var codec = NationalViews.encoder(name);
    var view = NationalBatchTest.with(NationalViews.BR, "numeroMasterDefault", "12345678901");
    for (int seed = 0; seed < 50; seed++) {
      var events = new Events(seed);
      var messages = List.of(events.next(), events.next(), events.next());
      var encoded = codec.encode(messages, NationalViews.encoding(codec, view, messages));
      assertThat(encoded.carriages()).as("seed %d", seed).allMatch(Carriage::carried);
      var text = new String(encoded.document(), StandardCharsets.UTF_8);
      assertThat(schema.validate(text, InputFormat.JSON)).as("seed %d", seed).isEmpty();
    }
  }

  private static JsonSchema remessa(String title) throws IOException {
    var file =
        SharedFolder.path("schemas/third-party/br-siscomex-remessa/" + title + ".schema.json");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(file));
  }

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

  private static List<RegionalMessage> messages(Encoder codec, int seed, int count) {
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
