package dev.whence.jaxrs.observe;

import java.lang.reflect.Method;
import java.util.Map;

/** What an application wants for its resources. Asked on request threads, so it must not wait. */
public interface ResourcePolicy {
  /** Says whether Whence answers for every resource. */
  boolean answersEverywhere();

  /** Says whether Whence answers for failures of {@code method} that nobody else answers for. */
  boolean answersFor(Class<?> resource, Method method);

  /** Returns the tags that events of {@code method} carry. */
  Map<String, String> tags(Class<?> resource, Method method);
}
