package dev.whence.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrowableNotesTest {
  private final ThrowableNotes notes =
      new ThrowableNotes(new InApp(List.of("dev.whence.record.Throw"), null));

  private Map<String, Object> of(Throwable throwable) {
    Map<String, Object> found = new HashMap<>();
    notes.addTo(found, throwable, List.of(throwable.getStackTrace()));
    return found;
  }

  @Test
  void sqlExceptionsTellTheirState() {
    assertThat(of(new SQLException("x", "23505"))).isEqualTo(Map.of("sql_state", "23505"));
    assertThat(of(new SQLException("x", "HY000", new Error())))
        .isEqualTo(Map.of("sql_state", "HY000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2350", "235056", "23 05", "hunterFAKE", "2350é"})
  void whatIsNoStateIsNotToldAsOne(String state) {
    assertThat(of(new SQLException("x", state))).isEmpty();
  }

  @Test
  void otherExceptionsTellNothing() {
    assertThat(of(new SQLException("x"))).isEmpty();
    assertThat(of(new IllegalStateException("x"))).isEmpty();
  }

  @Test
  void anOverflowTellsWhichMethodsCallEachOther() {
    assertThat(of(overflow()))
        .isEqualTo(Map.of(
            "recursion",
            List.of(
                "dev.whence.assemble.ThrowableNotesTest.ping",
                "dev.whence.assemble.ThrowableNotesTest.pong")));
  }

  private static StackOverflowError overflow() {
    try {
      throw new AssertionError(ping(0));
    } catch (StackOverflowError e) {
      return e;
    }
  }

  private static int ping(int n) {
    return n < 0 ? 0 : pong(n + 1) + 1;
  }

  private static int pong(int n) {
    return n < 0 ? 0 : ping(n + 1) + 1;
  }

  @Test
  void anEventTellsThem() {
    assertThat(Assembled.event(new SQLException("x", "40001"))
            .exceptions()
            .get(0)
            .mechanism()
            .data())
        .containsEntry("sql_state", "40001");
  }
}
