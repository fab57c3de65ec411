package dev.whence.http.jdk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls methods that {@link HttpClient} has since JDK 21, where it has them. */
final class NewerMethods {
  private NewerMethods() {}

  /** Returns what the method returns; null where there is none. */
  static @Nullable Object call(String name, HttpClient client) {
    try {
      return HttpClient.class.getMethod(name).invoke(client);
    } catch (InvocationTargetException e) {
      throw unchecked(e);
    } catch (ReflectiveOperationException older) {
      return null;
    }
  }

  static boolean awaitTermination(HttpClient client, Duration longest) throws InterruptedException {
    try {
      Method method = HttpClient.class.getMethod("awaitTermination", Duration.class);
      return Boolean.TRUE.equals(method.invoke(client, longest));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InterruptedException interruption) {
        throw interruption;
      }
      throw unchecked(e);
    } catch (ReflectiveOperationException older) {
      return true;
    }
  }

  private static RuntimeException unchecked(InvocationTargetException e) {
    Throwable thrown = e.getCause();
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException failure ? failure : new IllegalStateException(thrown);
  }
}
