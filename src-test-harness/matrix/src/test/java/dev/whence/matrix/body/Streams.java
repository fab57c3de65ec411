package dev.whence.matrix.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Ways to read the bytes of a body. */
final class Streams {
  private Streams() {}

  private static String shown(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  static String all(HttpServletRequest request) throws IOException {
    return shown(request.getInputStream().readAllBytes());
  }

  static String inPieces(HttpServletRequest request) throws IOException {
    StringBuilder seen = new StringBuilder();
    byte[] piece = new byte[7];
    for (int n = read(request, piece); n >= 0; n = read(request, piece)) {
      seen.append(shown(piece), 2, 2 + n).append('|');
    }
    return seen.toString();
  }

  private static int read(HttpServletRequest request, byte[] piece) throws IOException {
    return request.getInputStream().read(piece, 2, piece.length - 2);
  }

  static String byteByByte(HttpServletRequest request) throws IOException {
    StringBuilder seen = new StringBuilder();
    ServletInputStream in = request.getInputStream();
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      seen.append((char) octet);
    }
    return seen.append(in.read()).toString();
  }

  static String lineByLine(HttpServletRequest request) throws IOException {
    StringBuilder seen = new StringBuilder();
    byte[] line = new byte[80];
    ServletInputStream in = request.getInputStream();
    for (int n = in.readLine(line, 0, 80); n >= 0; n = in.readLine(line, 0, 80)) {
      seen.append(shown(line), 0, n).append('|');
    }
    return seen.toString();
  }

  static String transferred(HttpServletRequest request) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long count = request.getInputStream().transferTo(out);
    return count + ":" + shown(out.toByteArray());
  }

  static String half(HttpServletRequest request) throws IOException {
    return shown(request.getInputStream().readNBytes(10));
  }

  static String asLongAsAnnounced(HttpServletRequest request) throws IOException {
    return shown(request.getInputStream().readNBytes(request.getContentLength()));
  }

  static String behindWhatIsSkipped(HttpServletRequest request) throws IOException {
    ServletInputStream in = request.getInputStream();
    return in.skip(3) + ":" + shown(in.readAllBytes());
  }

  static String backAtItsMark(HttpServletRequest request) throws IOException {
    ServletInputStream in = request.getInputStream();
    in.mark(10);
    String begin = shown(in.readNBytes(4));
    return in.markSupported() + begin + reset(in) + shown(in.readAllBytes());
  }

  private static String reset(ServletInputStream in) {
    try {
      in.reset();
      return "reset";
    } catch (IOException e) {
      return "no reset";
    }
  }

  static String backInABuffer(HttpServletRequest request) throws IOException {
    BufferedInputStream in = new BufferedInputStream(request.getInputStream(), 4);
    in.mark(10);
    String begin = shown(in.readNBytes(6));
    in.reset();
    return begin + shown(in.readAllBytes());
  }

  /** Tells all that a stream says of itself on the way. */
  static String questioned(HttpServletRequest request) throws IOException {
    ServletInputStream in = request.getInputStream();
    String seen = in.available() + " " + in.isFinished() + (in == request.getInputStream());
    String rest = shown(in.readAllBytes());
    return seen + rest + in.isFinished() + in.available() + in.read(new byte[3]);
  }

  static String thenParameters(HttpServletRequest request) throws IOException {
    return all(request) + " then " + Forms.map(request);
  }

  static String thenReader(HttpServletRequest request) throws IOException {
    return all(request) + request.getReader().readLine();
  }
}
