package dev.whence.assemble;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Notes what some exceptions know beyond type and message: the state of an SQL statement, the
 * status of an answer, the methods that call each other until the stack is full.
 *
 * <p>Runs code of the exceptions, which may throw anything.
 */
final class ThrowableNotes {
  private static final int SQL_STATE_LENGTH = 5;
  private static final int MOST_CALLS = 200;
  private static final int MOST_NAMED = 20;

  /** Types with an answer to a client, or from a server, and where its status is asked for. */
  private static final Map<String, String> ANSWERING = Map.of(
      "jakarta.ws.rs.WebApplicationException", "getResponse",
      "javax.ws.rs.WebApplicationException", "getResponse",
      "org.springframework.web.server.ResponseStatusException", "getStatusCode",
      "org.springframework.web.ErrorResponseException", "getStatusCode",
      "org.springframework.web.client.RestClientResponseException", "getStatusCode");

  private static final List<String> STATUS = List.of("getStatus", "value");

  private final InApp inApp;

  ThrowableNotes(InApp inApp) {
    this.inApp = inApp;
  }

  void addTo(Map<String, Object> notes, Throwable throwable, List<StackTraceElement> stack) {
    String sqlState = SqlState.of(throwable);
    if (sqlState != null) {
      notes.put("sql_state", sqlState);
    }
    Integer status = httpStatus(throwable);
    if (status != null) {
      notes.put("http_status", status);
    }
    if (throwable instanceof StackOverflowError && !stack.isEmpty()) {
      notes.put("recursion", recursion(stack));
    }
  }

  /** Knows {@code java.sql}, which a JVM may lack. */
  private static final class SqlState {
    private static final boolean IS_KNOWN = isKnown();

    private static boolean isKnown() {
      try {
        return SQLException.class.getName() != null;
      } catch (LinkageError e) {
        return false;
      }
    }

    static @Nullable String of(Throwable throwable) {
      if (!IS_KNOWN || !(throwable instanceof SQLException failure)) {
        return null;
      }
      String state = failure.getSQLState();
      return state != null && isState(state) ? state : null;
    }

    private static boolean isState(String state) {
      return state.length() == SQL_STATE_LENGTH
          && state.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    }
  }

  private static @Nullable Integer httpStatus(Throwable throwable) {
    Class<?> type = throwable.getClass();
    while (type != null && type != Throwable.class) {
      String getter = ANSWERING.get(type.getName());
      if (getter != null) {
        return status(throwable, type, getter);
      }
      type = type.getSuperclass();
    }
    return null;
  }

  private static @Nullable Integer status(Throwable throwable, Class<?> type, String getter) {
    try {
      Method answer = type.getMethod(getter);
      Object answered = answer.invoke(throwable);
      for (Method method : answer.getReturnType().getMethods()) {
        if (answered != null
            && method.getParameterCount() == 0
            && method.getReturnType() == int.class
            && STATUS.contains(method.getName())) {
          return (Integer) method.invoke(answered);
        }
      }
      return null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Returns the methods that are on the stack again and again, those of the application if any. */
  private List<String> recursion(List<StackTraceElement> stack) {
    Map<String, Boolean> once = new HashMap<>();
    Set<String> own = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    for (StackTraceElement call : stack.subList(0, Math.min(stack.size(), MOST_CALLS))) {
      String name = call.getClassName() + '.' + call.getMethodName();
      if (once.put(name, true) != null) {
        all.add(name);
        if (inApp.test(call.getClassName())) {
          own.add(name);
        }
      }
    }
    return (own.isEmpty() ? all : own).stream().limit(MOST_NAMED).toList();
  }
}
