package dev.whence.servlet;

import dev.whence.Whence;
import dev.whence.WhenceBuilder;
import dev.whence.config.Source;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one instance of a web application: whoever needs it first builds it, and the context's end
 * closes it, or the filter's where the container called no initializer.
 */
final class Ownership {
  private static final String INSTANCE = "dev.whence.instance";
  private static final String CLOSED_BY_LISTENER = "dev.whence.closed-by-listener";

  private final ServletContext context;
  private final Whence whence;

  private Ownership(ServletContext context, Whence whence) {
    this.context = context;
    this.whence = whence;
  }

  Whence whence() {
    return whence;
  }

  /** Returns the application's instance, built from settings unless it is there. */
  static Ownership take(FilterConfig config) {
    Map<String, String> parameters = read(config.getInitParameterNames(), config::getInitParameter);
    return take(
        config.getServletContext(), "init-param of filter " + config.getFilterName(), parameters);
  }

  private static Ownership take(
      ServletContext context, String place, Map<String, String> parameters) {
    if (context.getAttribute(INSTANCE) instanceof Whence there) {
      return new Ownership(context, there);
    }
    WhenceBuilder builder = Whence.builder();
    Map<String, String> plain = new LinkedHashMap<>();
    parameters.forEach((name, value) -> plain.put(Source.withoutPrefix(name), value));
    builder.source(Source.of(place, plain));
    builder.source(Source.prefixed(
        "context-param", read(context.getInitParameterNames(), context::getInitParameter)));
    Whence whence = builder.build();
    context.setAttribute(INSTANCE, whence);
    return new Ownership(context, whence);
  }

  /** Returns the application's instance, if somebody has built it from settings. */
  static @Nullable Whence find(ServletContext context) {
    return context.getAttribute(INSTANCE) instanceof Whence there ? there : null;
  }

  private static Map<String, String> read(
      Enumeration<String> names, Function<String, @Nullable String> values) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String name : Collections.list(names)) {
      String value = values.apply(name);
      if (value != null) {
        parameters.put(name, value);
      }
    }
    return parameters;
  }

  /** Leaves the closing to the context's end. */
  static void leaveToListener(ServletContext context) {
    context.setAttribute(CLOSED_BY_LISTENER, true);
  }

  /** Closes the instance, unless the context's end will. */
  void release() {
    if (context.getAttribute(CLOSED_BY_LISTENER) == null) {
      close(context);
    }
  }

  static void close(ServletContext context) {
    if (context.getAttribute(INSTANCE) instanceof Whence whence) {
      context.removeAttribute(INSTANCE);
      whence.close();
    }
  }
}
