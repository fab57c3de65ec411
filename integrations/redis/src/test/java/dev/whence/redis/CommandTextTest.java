package dev.whence.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTextTest {
  private static String text(String name, String argument) {
    return CommandText.of(name.getBytes(UTF_8), () -> ByteBuffer.wrap(argument.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, session:81, GET session:*",
    "get, session:81:cart, GET session:*",
    "HGETALL, user_profile:x, HGETALL user_profile:*",
    "XADD, order-events:1, XADD order-events:*",
    "JSON.SET, cart:1, JSON.SET cart:*",
  })
  void aKeyIsToldByThePlainWordBeforeItsFirstColon(String name, String key, String text) {
    assertThat(text(name, key)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "planted",
        "",
        ":planted",
        "user17:planted",
        "{user}:planted",
        "a@example.org:planted",
        "größe:planted",
        "thewordistoolongtobeaword:planted",
        "a b:planted",
        "a.b:planted"
      })
  void otherKeysAreNotTold(String key) {
    assertThat(text("SET", key)).isEqualTo("SET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AUTH", "EVAL", "EVALSHA", "PUBLISH", "ECHO", "CONFIG", "ACL", "PING", "HELLO"})
  void theFirstArgumentOfCommandsWithoutKeyIsNotTold(String name) {
    assertThat(text(name, "planted:value")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET planted", "planted\r\n", "1", "É"})
  void whatIsNoNameIsNotTold(String name) {
    assertThat(text(name, "session:1")).isEqualTo("OTHER");
  }

  @Test
  void aCommandWithoutArgumentsIsItsName() {
    assertThat(CommandText.of("DEL".getBytes(UTF_8), () -> null)).isEqualTo("DEL");
  }

  @Test
  void aBufferKeepsItsPositionAndIsReadFromThere() {
    ByteBuffer key = ByteBuffer.wrap("__cart:7".getBytes(UTF_8)).position(2);

    assertThat(CommandText.of("GET".getBytes(UTF_8), () -> key)).isEqualTo("GET cart:*");
    assertThat(key.position()).isEqualTo(2);
  }

  static Stream<byte[]> anyKey() {
    Random random = new Random(42);
    return Stream.generate(() -> {
          byte[] key = new byte[random.nextInt(40)];
          random.nextBytes(key);
          return key;
        })
        .limit(200);
  }

  @ParameterizedTest
  @MethodSource("anyKey")
  void anyKeyLeavesAPlainText(byte[] key) {
    assertThat(CommandText.of("GET".getBytes(UTF_8), () -> ByteBuffer.wrap(key)))
        .matches("GET( [A-Za-z_-]{1,24}:\\*)?");
  }
}
