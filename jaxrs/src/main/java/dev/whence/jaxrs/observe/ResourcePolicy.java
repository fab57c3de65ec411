package dev.whence.jaxrs.observe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an application wants for its resources. Asked on request threads, so it must not wait. */
public interface ResourcePolicy {
  /** Says whether Whence answers for every resource. */
  boolean answersEverywhere();

  /** Says whether Whence answers for failures of {@code handler} that nobody else answers for. */
  boolean answersFor(Handler handler);

  /** Returns what the span of {@code handler} is called, null if it is to have none. */
  @Nullable
  SpanName spanOf(Handler handler);

  /** Returns the tags that events of {@code handler} carry. */
  Map<String, String> tags(Handler handler);
}
