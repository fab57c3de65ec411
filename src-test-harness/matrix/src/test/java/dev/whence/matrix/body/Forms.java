package dev.whence.matrix.body;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Ways to let the container read a body. */
final class Forms {
  private Forms() {}

  static String map(HttpServletRequest request) {
    Map<String, String> seen = new TreeMap<>();
    request.getParameterMap().forEach((name, values) -> seen.put(name, Arrays.toString(values)));
    return seen.toString();
  }

  static String one(HttpServletRequest request) {
    return String.valueOf(request.getParameter("a"));
  }

  static String values(HttpServletRequest request) {
    return Arrays.toString(request.getParameterValues("a"));
  }

  static String names(HttpServletRequest request) {
    return Collections.list(request.getParameterNames()).toString();
  }

  static String thenStream(HttpServletRequest request) throws IOException {
    return map(request) + " then " + Streams.all(request);
  }

  static String parts(HttpServletRequest request) throws IOException, ServletException {
    StringBuilder seen = new StringBuilder();
    for (Part part : request.getParts()) {
      seen.append(shown(part)).append('|');
    }
    return seen.toString();
  }

  static String part(HttpServletRequest request) throws IOException, ServletException {
    return shown(request.getPart("photo"));
  }

  private static String shown(Part part) throws IOException {
    return part.getName() + "=" + part.getSubmittedFileName() + part.getContentType()
        + new String(part.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
