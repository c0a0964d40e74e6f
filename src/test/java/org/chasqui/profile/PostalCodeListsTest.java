package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostalCodeListsTest {
  @TempDir private Path config;

  @Test
  void knowsOperatorsAndTheirCentres() throws Exception {
    var lists = PostalCodeLists.load(Path.of("config"));
    assertThat(lists.isOperator("CLA")).isTrue();
    assertThat(lists.isOperator("ZZZ")).isFalse();
    assertThat(lists.isImpc("BRSAOD")).isTrue();
    assertThat(lists.operatorOf("BRRIOT")).contains("USA");
    assertThat(lists.operatorOf("ZZZZZZ")).isEmpty();
  }

  @Test
  void readsNamesThatHoldCommas() throws Exception {
    assertThat(PostalCodeLists.load(Path.of("config")).operatorOf("AGANUA")).contains("AGA");
  }

  @Test
  void tellsTheLineThatLacksAColumn() throws Exception {
    Files.createDirectories(config.resolve("codelists"));
    Files.writeString(
        config.resolve("codelists/operators.csv"), "# old\noperator,ediId,shortName\nCLA,J1CCLA\n");
    Files.writeString(config.resolve("codelists/impc.csv"), "impc,name,operator\n");
    var thrown =
        catchThrowableOfType(ConfigurationException.class, () -> PostalCodeLists.load(config));
    assertThat(thrown.faults())
        .extracting(ConfigurationFault::text)
        .containsExactly("codelists/operators.csv:3: row must have 3 columns, found '2'");
  }
}
