package dev.whence.matrix.container;

import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An application made of objects. All filters and servlets support asynchronous requests, filters
 * all dispatcher types; servlets take multipart forms. For one thread.
 */
public final class Application {
  /** A filter and what it is mapped to. */
  record Filtering(String name, Filter filter, String pattern) {}

  /** A servlet, what it is mapped to, and its init-params. */
  record Serving(String name, Servlet servlet, String pattern, Map<String, String> parameters) {}

  private static final int MEGABYTE = 1 << 20;

  private final String path;
  private final List<Filtering> filters = new ArrayList<>();
  private final List<Serving> servlets = new ArrayList<>();
  private final Map<Class<? extends Throwable>, String> pagesByType = new LinkedHashMap<>();
  private final Map<Integer, String> pagesByStatus = new LinkedHashMap<>();
  private @Nullable Path documents;

  private Application(String path) {
    this.path = path;
  }

  /** Makes an application at the root. */
  public static Application atRoot() {
    return new Application("");
  }

  /** Makes an application at a path such as {@code /shop}. */
  public static Application at(String path) {
    return new Application(path);
  }

  /** Adds a filter for all requests behind those added before. */
  public Application filter(Filter filter) {
    return filter(filter, "/*");
  }

  public Application filter(Filter filter, String pattern) {
    filters.add(new Filtering("filter-" + filters.size(), filter, pattern));
    return this;
  }

  public Application servlet(Servlet servlet, String pattern) {
    return servlet(servlet, pattern, Map.of());
  }

  public Application servlet(Servlet servlet, String pattern, Map<String, String> parameters) {
    servlets.add(new Serving("servlet-" + servlets.size(), servlet, pattern, parameters));
    return this;
  }

  /** Names the resource that is shown for an exception. */
  public Application errorPage(Class<? extends Throwable> type, String resource) {
    pagesByType.put(type, resource);
    return this;
  }

  /** Names the resource that is shown for a status. */
  public Application errorPage(int status, String resource) {
    pagesByStatus.put(status, resource);
    return this;
  }

  /** Serves the files of a directory where no servlet is mapped. */
  public Application documents(Path directory) {
    documents = directory;
    return this;
  }

  /** Says how parts of multipart forms are kept: in memory, up to a megabyte each. */
  static MultipartConfigElement multipart() {
    return new MultipartConfigElement(
        System.getProperty("java.io.tmpdir"), MEGABYTE, MEGABYTE, MEGABYTE);
  }

  String path() {
    return path;
  }

  List<Filtering> filters() {
    return filters;
  }

  List<Serving> servlets() {
    return servlets;
  }

  Map<Class<? extends Throwable>, String> pagesByType() {
    return pagesByType;
  }

  Map<Integer, String> pagesByStatus() {
    return pagesByStatus;
  }

  @Nullable
  Path documents() {
    return documents;
  }
}
