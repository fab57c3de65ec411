package com.example.shop.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.Whence;
import dev.whence.config.Keys;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says in which environment the shop runs, and where its events go. */
public final class AboutServlet extends HttpServlet {
  private final transient ObjectMapper mapper = new ObjectMapper();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Whence whence = Whence.current();
    Map<String, String> about = new LinkedHashMap<>();
    about.put("problem", whence.health().problem());
    whence.settings().ifPresent(settings -> {
      about.put("environment", settings.get(Keys.ENVIRONMENT));
      settings.find(Keys.DSN).ifPresent(dsn -> about.put("sentry", maskedHost(dsn)));
    });
    response.setContentType("application/json");
    response.getOutputStream().write(mapper.writeValueAsBytes(about));
  }

  /** Returns the last two labels of the host: the first often names an account. */
  static String maskedHost(String dsn) {
    String host = URI.create(dsn).getHost();
    if (host == null) {
      return "…";
    }
    String[] labels = host.split("\\.", -1);
    boolean isShown = labels.length <= 2 || Character.isDigit(host.charAt(host.length() - 1));
    return isShown ? host : "…." + labels[labels.length - 2] + '.' + labels[labels.length - 1];
  }
}
