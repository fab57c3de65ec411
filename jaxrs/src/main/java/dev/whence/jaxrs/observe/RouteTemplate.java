package dev.whence.jaxrs.observe;

import java.util.List;

/** Writes the templates of JAX-RS ({@code @Path}; JAX-RS 3.0, 3.4) as routes. */
public final class RouteTemplate {
  private RouteTemplate() {}

  /**
   * Returns one template of those that matched one after another, the outermost first: without
   * regular expressions, with one slash between them and none at the end.
   */
  public static String joined(List<String> templates) {
    StringBuilder route = new StringBuilder();
    for (String template : templates) {
      String plain = withoutExpressions(template);
      String inner = plain.startsWith("/") ? plain.substring(1) : plain;
      inner = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
      if (!inner.isEmpty()) {
        route.append('/').append(inner);
      }
    }
    return route.toString();
  }

  /** Turns <code>{id : [0-9]{3}}</code> into <code>{id}</code>. */
  static String withoutExpressions(String template) {
    StringBuilder plain = new StringBuilder(template.length());
    int depth = 0;
    boolean isExpression = false;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      depth += c == '{' ? 1 : 0;
      depth -= c == '}' ? 1 : 0;
      isExpression = depth > 0 && (isExpression || c == ':');
      if (!isExpression && !(depth > 0 && Character.isWhitespace(c))) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Returns the path of the JAX-RS application below {@code root}, without a slash at its end. */
  public static String base(String basePath, String root) {
    String path = basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath;
    boolean isBelow = !root.isEmpty() && path.startsWith(root);
    return isBelow ? path.substring(root.length()) : path;
  }
}
