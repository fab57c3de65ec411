package dev.whence.matrix.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.stream.Collectors;

/** Ways to read the characters of a body. */
final class Readers {
  private Readers() {}

  static String all(HttpServletRequest request) throws IOException {
    return rest(request.getReader());
  }

  private static String rest(BufferedReader in) throws IOException {
    StringBuilder seen = new StringBuilder();
    char[] piece = new char[7];
    for (int n = in.read(piece, 2, 5); n >= 0; n = in.read(piece, 2, 5)) {
      seen.append(piece, 2, n);
    }
    return seen.toString();
  }

  static String charByChar(HttpServletRequest request) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (int c = request.getReader().read(); c >= 0; c = request.getReader().read()) {
      seen.append((char) c);
    }
    return seen.toString();
  }

  static String intoABuffer(HttpServletRequest request) throws IOException {
    CharBuffer seen = CharBuffer.allocate(1_000).put("x");
    while (request.getReader().read(seen) >= 0) {}
    return seen.flip().toString();
  }

  static String lineByLine(HttpServletRequest request) throws IOException {
    StringBuilder seen = new StringBuilder();
    BufferedReader in = request.getReader();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      seen.append(line).append('|');
    }
    return seen.toString();
  }

  static String lines(HttpServletRequest request) throws IOException {
    return request.getReader().lines().collect(Collectors.joining("|"));
  }

  static String firstLine(HttpServletRequest request) throws IOException {
    return request.getReader().readLine();
  }

  static String backAtItsMark(HttpServletRequest request) throws IOException {
    BufferedReader in = request.getReader();
    String seen = in.markSupported() + " " + (char) in.read();
    in.mark(100);
    seen += in.readLine();
    in.reset();
    return seen + " again " + rest(in);
  }

  static String behindWhatIsSkipped(HttpServletRequest request) throws IOException {
    BufferedReader in = request.getReader();
    return (char) in.read() + " " + in.skip(3) + " " + rest(in);
  }
}
