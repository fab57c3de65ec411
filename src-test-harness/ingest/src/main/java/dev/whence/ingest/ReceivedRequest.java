package dev.whence.ingest;

import dev.whence.ingest.http.Headers;
import dev.whence.ingest.http.RawRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request that was read to its end, accepted or not. Immutable. */
public final class ReceivedRequest {
  private final String method;
  private final String path;
  private final Headers headers;
  private final int bodySize;

  ReceivedRequest(RawRequest raw) {
    this.method = raw.method();
    this.path = raw.target();
    this.headers = raw.headers();
    this.bodySize = raw.body().length;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  /** Returns every header field; looking one up disregards case. */
  public Map<String, List<String>> headers() {
    return headers.asMap();
  }

  /** Returns the value, or all of them joined by a comma if the field was sent more than once. */
  public Optional<String> header(String name) {
    return headers.value(name);
  }

  /** Returns the number of bytes in the body as it was sent, compressed if it was. */
  public int bodySize() {
    return bodySize;
  }

  public String contentEncoding() {
    return headers.value("Content-Encoding").orElse("identity");
  }

  /** Returns the DSN's public key, empty if there was none. */
  public String key() {
    return AuthHeader.key(headers);
  }

  @Override
  public String toString() {
    return method + " " + path + " (" + bodySize + " bytes, " + contentEncoding() + ")";
  }
}
