package dev.whence.ingest.http;

/** One request as it came over the wire: the transfer coding removed, the content coding not. */
public final class RawRequest {
  private final String method;
  private final String target;
  private final Headers headers;
  private final byte[] body;

  RawRequest(String method, String target, Headers headers, byte[] body) {
    this.method = method;
    this.target = target;
    this.headers = headers;
    this.body = body;
  }

  public String method() {
    return method;
  }

  public String target() {
    return target;
  }

  public Headers headers() {
    return headers;
  }

  /** Returns the bytes themselves, not a copy. */
  public byte[] body() {
    return body;
  }

  /** Tells whether the client asked to close the connection after the answer. */
  public boolean isLast() {
    return headers.value("Connection").map("close"::equalsIgnoreCase).orElse(false);
  }
}
