package dev.whence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.jdbc.rows.Rows;
import org.junit.jupiter.api.Test;

class RowsTest {
  @Test
  void everyMethodOfThisJdkIsForwarded() {
    assertThat(Rows.isComplete()).isTrue();
  }
}
