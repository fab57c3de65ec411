package dev.whence.scrub;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Reads tables of cases: one a line, the columns parted by an arrow; {@code \n} and {@code \t}. */
public final class Tables {
  private Tables() {}

  public static Stream<Arguments> rows(String table) {
    return lines(table).map(line -> Arguments.of((Object[]) line.split(" → ", -1)));
  }

  public static Stream<String> lines(String table) {
    return Arrays.stream(table.split("\n"))
        .filter(line -> !line.isBlank())
        .map(line -> line.replace("\\n", "\n").replace("\\t", "\t"));
  }
}
