package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.chasqui.SharedFolder;
import org.chasqui.codec.Carriage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is carried to Siscomex Remessa is valid by the published schemas. */
class RemessaSchemaTest {

  @ParameterizedTest
  @ValueSource(strings = {"siscomex-remessa", "siscomex-retificacao"})
  void writesBatchesValidByTheSchemaOfSiscomexRemessa(String name) throws IOException {
    var schema = remessa("RegistroERetificaoDeLoteDIR");
    var codec = NationalViews.encoder(name);
    for (int seed = 0; seed < 50; seed++) {
      var messages = NationalSchemaTest.messages(codec, seed, 20);
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
    var view = NationalBatchTest.with(SouthernViews.BR, "numeroMasterDefault", "12345678901");
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
}
