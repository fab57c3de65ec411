package dev.whence.matrix.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ways to read a body when the first dispatch has returned. */
final class AsyncReading {
  private static final String AGAIN = "again";

  private AsyncReading() {}

  private static AsyncContext started(HttpServletRequest request) {
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    return context;
  }

  private static void fail(HttpServletResponse response, AsyncContext context) {
    response.setStatus(500);
    context.complete();
  }

  /** Reads on a thread that no container knows, from the request that the context carries. */
  static void onAThread(HttpServletRequest request, HttpServletResponse response, Seen seen) {
    AsyncContext context = started(request);
    Thread thread = new Thread(
        () -> {
          try {
            byte[] all = context.getRequest().getInputStream().readAllBytes();
            seen.add(new String(all, ISO_8859_1));
          } catch (IOException e) {
            seen.add(e);
          }
          fail(response, context);
        },
        "shop-reader");
    thread.setDaemon(true);
    thread.start();
  }

  static void byListener(HttpServletRequest request, HttpServletResponse response, Seen seen)
      throws IOException {
    AsyncContext context = started(request);
    ServletInputStream in = request.getInputStream();
    in.setReadListener(new ReadListener() {
      @Override
      public void onDataAvailable() throws IOException {
        byte[] piece = new byte[5];
        while (in.isReady() && !in.isFinished()) {
          int count = in.read(piece);
          seen.add(new String(piece, 0, Math.max(0, count), ISO_8859_1));
        }
      }

      @Override
      public void onAllDataRead() {
        fail(response, context);
      }

      @Override
      public void onError(Throwable failure) {
        seen.add(failure);
      }
    });
  }

  /** Reads in a second dispatch of the same request. */
  static void inASecondDispatch(HttpServletRequest request, HttpServletResponse response, Seen seen)
      throws IOException {
    if (request.getAttribute(AGAIN) == null) {
      request.setAttribute(AGAIN, true);
      started(request).dispatch();
      return;
    }
    seen.add(request.getRequestURI()).add(Streams.all(request));
    throw new IllegalStateException("after reading");
  }

  /** Reads a piece in each of two dispatches. */
  static void inBothDispatches(HttpServletRequest request, HttpServletResponse response, Seen seen)
      throws IOException {
    if (request.getAttribute(AGAIN) == null) {
      seen.add(Streams.half(request)).add("|");
    }
    inASecondDispatch(request, response, seen);
  }

  /** Starts with the request and response that it was given, as many do. */
  static void inASecondDispatchOfItsOwn(
      HttpServletRequest request, HttpServletResponse response, Seen seen) throws IOException {
    if (request.getAttribute(AGAIN) == null) {
      request.setAttribute(AGAIN, true);
      request.startAsync(request, response).dispatch("/second?b=2");
      return;
    }
    inASecondDispatch(request, response, seen);
  }
}
