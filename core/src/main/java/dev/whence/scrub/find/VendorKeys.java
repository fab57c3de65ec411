package dev.whence.scrub.find;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.scrub.text.Finder;
import dev.whence.scrub.text.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** The formats of vendors' keys, from the table in {@code vendor-keys.txt} beside this class. */
final class VendorKeys {
  private static final String TABLE = "vendor-keys.txt";
  private static final Pattern COLUMNS = Pattern.compile(" +\\| +");

  static final List<Finder> FINDERS = read()
      .lines()
      .filter(line -> !line.isBlank() && line.charAt(0) != '#')
      .map(VendorKeys::finder)
      .toList();

  private VendorKeys() {}

  private static Finder finder(String row) {
    String[] columns = COLUMNS.split(row.strip(), -1);
    String prefixes = columns[1];
    KeyFormat format = KeyFormat.parse(prefixes, columns[2]);
    return new Finder(new Rule(columns[0], Rule.KEY_MARKER), prefixes, format::find);
  }

  private static String read() {
    try (InputStream table = VendorKeys.class.getResourceAsStream(TABLE)) {
      if (table == null) {
        throw new IllegalStateException(TABLE + " is missing beside " + VendorKeys.class.getName());
      }
      return new String(table.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
