package dev.whence.http.apache;

import dev.whence.call.HttpCall;
import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;

/** Ends a call when its answer is there, and hands all on. On threads of the client. */
final class Watched implements AsyncExecCallback {
  private final HttpCall call;
  private final AsyncExecCallback callback;

  Watched(HttpCall call, AsyncExecCallback callback) {
    this.call = call;
    this.callback = callback;
  }

  @Override
  public AsyncDataConsumer handleResponse(HttpResponse response, EntityDetails body)
      throws HttpException, IOException {
    call.answered(response.getCode());
    return callback.handleResponse(response, body);
  }

  @Override
  public void handleInformationResponse(HttpResponse response) throws HttpException, IOException {
    callback.handleInformationResponse(response);
  }

  @Override
  public void completed() {
    callback.completed();
  }

  @Override
  public void failed(Exception cause) {
    call.failed(cause);
    callback.failed(cause);
  }
}
