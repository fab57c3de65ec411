package dev.whence.matrix.engine;

import dev.whence.matrix.client.RawAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a client got, apart from what differs from one request to the next.
 *
 * @param headers the lines of the head in alphabetical order
 * @param body the entity itself, its chunks put together, a character for each byte
 * @param isWhole whether the answer ended as it said it would
 */
record Answer(int status, List<String> headers, String body, boolean isWhole) {
  /** Two of Whence's, and those that tell the time or a server's own names. */
  private static final Set<String> PASSING =
      Set.of("x-request-id", "x-event-id", "date", "keep-alive");

  static Answer of(RawAnswer raw) {
    String body = raw.body();
    boolean isChunked = raw.header("Transfer-Encoding").equalsIgnoreCase("chunked");
    String head = raw.text().substring(0, raw.text().length() - body.length());
    List<String> headers = Arrays.stream(head.split("\r\n"))
        .filter(line -> !PASSING.contains(name(line)))
        .sorted()
        .toList();
    boolean isWhole = !raw.isReset() && (isChunked ? body.endsWith("0\r\n\r\n") : fits(raw));
    return new Answer(raw.status(), headers, isChunked ? joined(body) : body, isWhole);
  }

  private static String name(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  private static boolean fits(RawAnswer raw) {
    String length = raw.header("Content-Length");
    return length.isEmpty()
        || raw.body().isEmpty()
        || Integer.parseInt(length) == raw.body().length();
  }

  private static String joined(String chunks) {
    StringBuilder body = new StringBuilder();
    int at = 0;
    for (int line = chunks.indexOf("\r\n", at); line >= 0; line = chunks.indexOf("\r\n", at)) {
      int end = Math.min(chunks.length(), line + 2 + length(chunks.substring(at, line)));
      body.append(chunks, line + 2, end);
      at = Math.min(chunks.length(), end + 2);
    }
    return body.toString();
  }

  private static int length(String line) {
    return line.isEmpty() ? 0 : Integer.parseInt(line.strip(), 16);
  }
}
