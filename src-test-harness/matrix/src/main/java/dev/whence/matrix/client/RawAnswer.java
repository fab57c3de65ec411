package dev.whence.matrix.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What came on a connection, byte by byte: usually one answer. Immutable.
 *
 * @param text a character for each byte
 * @param isReset whether the server broke off instead of closing
 */
public record RawAnswer(String text, boolean isReset) {
  private static final String HEAD_END = "\r\n\r\n";

  RawAnswer(byte[] bytes, boolean isReset) {
    this(new String(bytes, ISO_8859_1), isReset);
  }

  /** Returns the status; 0 if no answer came. */
  public int status() {
    return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
  }

  private String head() {
    int end = text.indexOf(HEAD_END);
    return end < 0 ? text : text.substring(0, end);
  }

  public String body() {
    int end = text.indexOf(HEAD_END);
    return end < 0 ? "" : text.substring(end + HEAD_END.length());
  }

  /** Returns the values of every header called {@code name}, whatever the case. */
  public List<String> headers(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ':';
    return Arrays.stream(head().split("\r\n"))
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .toList();
  }

  /** Returns the value of the one header called {@code name}; an empty text if there is none. */
  public String header(String name) {
    List<String> values = headers(name);
    if (values.size() > 1) {
      throw new AssertionError("more than one " + name + " in " + head());
    }
    return values.isEmpty() ? "" : values.get(0);
  }

  /** Returns all bytes but for the lines of these headers, wherever they stand. */
  public String without(String... names) {
    List<String> prefixes = new ArrayList<>();
    for (String name : names) {
      prefixes.add(name.toLowerCase(Locale.ROOT) + ':');
    }
    StringBuilder rest = new StringBuilder();
    for (String line : text.split("(?<=\r\n)", -1)) {
      if (prefixes.stream().noneMatch(line.toLowerCase(Locale.ROOT)::startsWith)) {
        rest.append(line);
      }
    }
    return rest.toString();
  }
}
