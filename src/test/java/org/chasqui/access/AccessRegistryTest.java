package org.chasqui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRegistryTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("access").resolve("tokens.csv");
  }

  @Test
  void knowsTheBearerOfAnIssuedTokenWithItsRights() {
    var token = AccessRegistry.issue(file, "cla", Set.of(Right.SEND, Right.FETCH));

    var caller = AccessRegistry.load(file).authenticate("Bearer " + token);

    assertThat(caller).contains(new Caller("cla", Set.of(Right.SEND, Right.FETCH)));
    assertThat(caller.orElseThrow().may(Right.READ_ALL)).isFalse();
  }

  @Test
  void keepsOnlyTheDigestOfAToken() throws IOException {
    var token = AccessRegistry.issue(file, "cla", Set.of(Right.SEND));

    assertThat(Files.readString(file)).doesNotContain(token).doesNotContain(token.substring(4));
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void keepsEarlierTokensWhenAnotherIsIssued() {
    var first = AccessRegistry.issue(file, "cla", Set.of(Right.SEND));
    var second = AccessRegistry.issue(file, "br", Set.of(Right.READ_OWN));

    var registry = AccessRegistry.load(file);

    assertThat(registry.authenticate("Bearer " + first)).isPresent();
    assertThat(registry.authenticate("bearer " + second)).isPresent();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic Y2xhOng=", "Bearer chq_wrong", "chq_"})
  void knowsNobodyWithoutAValidToken(String header) {
    AccessRegistry.issue(file, "cla", Set.of(Right.SEND));

    assertThat(AccessRegistry.load(file).authenticate(header)).isEmpty();
  }

  @Test
  void refusesARevokedTokenWithoutRestart() {
    var token = AccessRegistry.issue(file, "cla", Set.of(Right.SEND));
    var other = AccessRegistry.issue(file, "br", Set.of(Right.SEND));
    var registry = new AccessRegistry(file, Duration.ZERO);

    assertThat(AccessRegistry.revoke(file, "cla")).isEqualTo(1);

    assertThat(registry.authenticate("Bearer " + token)).isEmpty();
    assertThat(registry.authenticate("Bearer " + other)).isPresent();
  }

  @Test
  void keepsTheLastGoodTokensAndSaysWhereTheFileBroke() throws IOException {
    var token = AccessRegistry.issue(file, "cla", Set.of(Right.SEND));
    var registry = new AccessRegistry(file, Duration.ZERO);
    Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);

    assertThat(registry.authenticate("Bearer " + token)).isPresent();
    assertThat(registry.fault())
        .hasValueSatisfying(
            fault -> assertThat(fault).contains("tokens.csv line 4").contains("has 1 columns"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CLA,SEND,2026-11-03T10:15:00Z,,%s | party 'CLA' is not a party id",
        "cla,FLY,2026-11-03T10:15:00Z,,%s | right 'FLY' is none of",
        "cla,SEND,yesterday,,%s | issued 'yesterday' is not a time",
        "cla,SEND,2026-11-03T10:15:00Z,soon,%s | revoked 'soon' is not a time",
        "cla,SEND,2026-11-03T10:15:00Z,,abc | sha256 is not 64"
      })
  void saysWhichColumnOfWhichLineIsWrong(String line, String fault) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, TokenRecord.HEADER + "\n" + line.formatted("a".repeat(64)) + "\n");

    assertThatThrownBy(() -> AccessRegistry.load(file))
        .isInstanceOf(TokenFileException.class)
        .hasMessageContaining("tokens.csv line 2: ")
        .hasMessageContaining(fault);
  }
}
