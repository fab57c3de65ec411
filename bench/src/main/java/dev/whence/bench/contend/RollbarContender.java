package dev.whence.bench.contend;

import com.rollbar.api.payload.Payload;
import com.rollbar.notifier.Rollbar;
import com.rollbar.notifier.config.ConfigBuilder;
import com.rollbar.notifier.sender.Sender;
import com.rollbar.notifier.sender.listener.SenderListener;
import com.rollbar.web.filter.RollbarFilter;
import com.rollbar.web.listener.RollbarRequestListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Rollbar's listener and filter. */
final class RollbarContender implements Contender {
  private final RollbarRequestListener listener = new RollbarRequestListener();
  private final RollbarFilter filter;

  private RollbarContender(ConfigBuilder config) {
    filter = new RollbarFilter(Rollbar.init(config.build()));
  }

  static Contender silent() {
    return new RollbarContender(ConfigBuilder.withAccessToken("token").sender(new Nowhere()));
  }

  static Contender sending(String receiver) {
    return new RollbarContender(
        ConfigBuilder.withAccessToken("token").endpoint(receiver + "/api/1/item/"));
  }

  private static final class Nowhere implements Sender {
    @Override
    public void send(Payload payload) {}

    @Override
    public void addListener(SenderListener listener) {}

    @Override
    public List<SenderListener> getListeners() {
      return List.of();
    }

    @Override
    public void close(boolean wait) {}

    @Override
    public void close() {}
  }

  @Override
  public void request(
      HttpServletRequest request, HttpServletResponse response, FilterChain application)
      throws IOException, ServletException {
    ServletRequestEvent event = new ServletRequestEvent(request.getServletContext(), request);
    listener.requestInitialized(event);
    try {
      filter.doFilter(request, response, application);
    } finally {
      listener.requestDestroyed(event);
    }
  }
}
