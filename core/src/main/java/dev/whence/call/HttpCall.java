package dev.whence.call;

import java.net.URI;
import java.util.Map;

/**
 * A call by HTTP, as all clients tell of it: method, host and path without IDs, never the query nor
 * a user's part. Ends once, with an answer or without. For any thread, one at a time.
 */
public final class HttpCall {
  private static final String OP = "http.client";

  private final Call call;
  private final String method;
  private final URI uri;

  private HttpCall(Call call, String method, URI uri) {
    this.call = call;
    this.method = method;
    this.uri = uri;
  }

  /** Begins a call that the calling thread waits for. */
  public static HttpCall begin(CallKind kind, String method, URI uri) {
    return new HttpCall(Call.begin(kind, OP, () -> text(method, uri)), method, uri);
  }

  /** Begins a call that may be answered on another thread. */
  public static HttpCall beginDetached(CallKind kind, String method, URI uri) {
    return new HttpCall(Call.beginDetached(kind, OP, () -> text(method, uri)), method, uri);
  }

  private static String text(String method, URI uri) {
    return method + ' ' + CallHost.withPort(uri) + CallPath.of(uri.getRawPath());
  }

  /** Says whether anybody wants to know of this. */
  public boolean isOn() {
    return call.isOn();
  }

  /** Returns the headers that the call is to carry where it has none of their names. */
  public Map<String, String> headers() {
    return call.headersFor(CallHost.of(uri));
  }

  /** Ends the call with an answer, of which the headers are there. */
  public void answered(int status) {
    if (call.isOn()) {
      details().answered(status).describeCrumb(text(method, uri) + ' ' + status).close();
    }
  }

  /** Ends the call without an answer. */
  public void failed(Throwable failure) {
    if (call.isOn()) {
      details().fail(failure).close();
    }
  }

  private Call details() {
    return call.data("http.request.method", method)
        .data("server.address", CallHost.of(uri))
        .crumb("method", method)
        .crumb("host", CallHost.withPort(uri))
        .crumb("path", CallPath.of(uri.getRawPath()));
  }
}
