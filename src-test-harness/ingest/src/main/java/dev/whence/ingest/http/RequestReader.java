package dev.whence.ingest.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one request after the other from a connection. For one thread. */
public final class RequestReader {
  private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (\\S+) HTTP/1\\.1");
  private static final Pattern FIELD =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");
  private static final int MAX_FIELDS = 200;

  private final InputStream in;
  private final LineReader lines;
  private final BodyReader bodies;

  public RequestReader(InputStream in, int maxBodyBytes) {
    this.in = new BufferedInputStream(in, 16_384);
    this.lines = new LineReader(this.in);
    this.bodies = new BodyReader(this.in, lines, maxBodyBytes);
  }

  /** Waits until a request begins, and returns false if the connection is closed instead. */
  public boolean awaitRequest() throws IOException {
    in.mark(1);
    boolean isThere = in.read() >= 0;
    if (isThere) {
      in.reset();
    }
    return isThere;
  }

  /**
   * Returns the next request, or null if the connection was closed in between.
   *
   * @throws Refusal if this is not HTTP; where the next request begins is unknown then
   */
  public @Nullable RawRequest read() throws IOException, Refusal {
    String line = lines.readIfAny();
    if (line == null) {
      return null;
    }
    Matcher parts = REQUEST_LINE.matcher(line);
    if (!parts.matches()) {
      throw new Refusal(
          400, "request line must be \"METHOD target HTTP/1.1\", was \"" + line + "\"");
    }
    Headers headers = headers();
    return new RawRequest(parts.group(1), parts.group(2), headers, body(headers));
  }

  private Headers headers() throws IOException, Refusal {
    Headers.Builder headers = new Headers.Builder();
    for (String line = lines.read(); !line.isEmpty(); line = lines.read()) {
      Matcher field = FIELD.matcher(line);
      if (!field.matches()) {
        throw new Refusal(400, "header field must be \"Name: value\", was \"" + line + "\"");
      }
      if (headers.count() == MAX_FIELDS) {
        throw new Refusal(400, "more than " + MAX_FIELDS + " header fields");
      }
      headers.add(field.group(1), field.group(2));
    }
    return required(headers.build());
  }

  private static Headers required(Headers headers) throws Refusal {
    if (headers.value("Host").isEmpty()) {
      throw new Refusal(400, "Host is missing");
    }
    return headers;
  }

  private byte[] body(Headers headers) throws IOException, Refusal {
    Optional<String> length = headers.value("Content-Length");
    Optional<String> coding = headers.value("Transfer-Encoding");
    if (length.isPresent() && coding.isPresent()) {
      throw new Refusal(400, "Content-Length and Transfer-Encoding must not be sent together");
    }
    if (coding.isPresent()) {
      return bodies.coded(coding.get());
    }
    return length.isPresent() ? bodies.sized(length.get()) : new byte[0];
  }
}
