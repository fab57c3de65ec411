package dev.whence.jaxrs.observe;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The template of a resource's method where the engine does not tell it: by the annotations where
 * they speak of the whole path, else, behind a locator, by what stands in the path. Immutable.
 */
public record AnnotatedRoute(Handler handler) {
  /**
   * Returns the template.
   *
   * @param path below the application's, encoded
   * @param parameters encoded, by name
   */
  public String template(String path, Map<String, List<String>> parameters) {
    String whole = path.startsWith("/") ? path : '/' + path;
    String asked = RouteTemplate.joined(List.of(path));
    List<String> annotated = List.of(path(handler.resource()), path(handler.method()));
    Pattern expression = expression(annotated);
    return expression.matcher(asked).matches() || expression.matcher(whole).matches()
        ? RouteTemplate.joined(annotated)
        : named(asked, parameters);
  }

  private static String path(Class<?> resource) {
    Deque<Class<?>> types = new ArrayDeque<>(List.of(resource));
    while (!types.isEmpty()) {
      Class<?> type = types.remove();
      Path path = type.getAnnotation(Path.class);
      if (path != null) {
        return path.value();
      }
      addParents(type, types);
    }
    return "";
  }

  private static void addParents(Class<?> type, Deque<Class<?>> types) {
    if (type.getSuperclass() != null) {
      types.add(type.getSuperclass());
    }
    types.addAll(List.of(type.getInterfaces()));
  }

  private static String path(Method method) {
    Deque<Class<?>> types = new ArrayDeque<>(List.of(method.getDeclaringClass()));
    while (!types.isEmpty()) {
      Class<?> type = types.remove();
      Path path = annotation(type, method);
      if (path != null) {
        return path.value();
      }
      addParents(type, types);
    }
    return "";
  }

  private static @Nullable Path annotation(Class<?> type, Method method) {
    try {
      return type.getDeclaredMethod(method.getName(), method.getParameterTypes())
          .getAnnotation(Path.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /** Makes an expression of templates, as JAX-RS does (JAX-RS 3.0, 3.7.3). */
  private static Pattern expression(List<String> templates) {
    StringBuilder regex = new StringBuilder();
    for (String template : templates) {
      String inner = template.startsWith("/") ? template.substring(1) : template;
      inner = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
      if (!inner.isEmpty()) {
        regex.append('/');
        append(inner, regex);
      }
    }
    return Pattern.compile(regex.toString());
  }

  private static void append(String template, StringBuilder regex) {
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      regex.append(Pattern.quote(template.substring(from, open)));
      from = end(template, open);
      String parameter = template.substring(open + 1, from - 1);
      int colon = parameter.indexOf(':');
      regex
          .append("(?:")
          .append(colon < 0 ? "[^/]+" : parameter.substring(colon + 1).strip())
          .append(')');
    }
    regex.append(Pattern.quote(template.substring(from)));
  }

  /** Returns the place behind the brace that closes the one at {@code open}. */
  private static int end(String template, int open) {
    int depth = 0;
    for (int i = open; i < template.length(); i++) {
      depth += template.charAt(i) == '{' ? 1 : 0;
      depth -= template.charAt(i) == '}' ? 1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return template.length();
  }

  private static String named(String path, Map<String, List<String>> parameters) {
    String[] segments = path.split("/", -1);
    parameters.forEach((name, values) -> values.forEach(value -> name(segments, name, value)));
    return String.join("/", segments);
  }

  private static void name(String[] segments, String name, @Nullable String value) {
    for (int i = 1; i < segments.length; i++) {
      if (Objects.equals(segments[i], value)) {
        segments[i] = '{' + name + '}';
        return;
      }
    }
  }
}
