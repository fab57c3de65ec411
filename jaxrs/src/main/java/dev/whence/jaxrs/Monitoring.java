package dev.whence.jaxrs;

import dev.whence.jaxrs.observe.Handler;
import dev.whence.jaxrs.observe.ResourcePolicy;
import dev.whence.jaxrs.observe.SpanName;
import java.lang.System.Logger;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Monitored} says of an application's resources, and what the setting does. For any
 * thread.
 */
final class Monitoring implements ResourcePolicy {
  private final boolean isEverywhere;
  private final Map<String, String> applicationTags;
  private final Map<Handler, Map<String, String>> tagsByHandler = new ConcurrentHashMap<>();
  private final Map<Handler, Optional<SpanName>> spansByHandler = new ConcurrentHashMap<>();

  /**
   * Reads the annotation of an application.
   *
   * @param application null if the engine does not tell
   * @param isEverywhere whether all resources are monitored anyway
   */
  Monitoring(@Nullable Class<?> application, boolean isEverywhere) {
    this.isEverywhere =
        isEverywhere || (application != null && application.isAnnotationPresent(Monitored.class));
    this.applicationTags = application == null ? Map.of() : tags(application);
  }

  @Override
  public boolean answersEverywhere() {
    return isEverywhere;
  }

  @Override
  public boolean answersFor(Handler handler) {
    return isEverywhere
        || handler.resource().isAnnotationPresent(Monitored.class)
        || handler.method().isAnnotationPresent(Monitored.class);
  }

  @Override
  public @Nullable SpanName spanOf(Handler handler) {
    return spansByHandler.computeIfAbsent(handler, Monitoring::readSpan).orElse(null);
  }

  /** The nearest annotation wins. */
  private static Optional<SpanName> readSpan(Handler handler) {
    Traced own = handler.method().getAnnotation(Traced.class);
    Traced annotation = own == null ? handler.resource().getAnnotation(Traced.class) : own;
    return Optional.ofNullable(annotation)
        .map(traced ->
            new SpanName(traced.op(), traced.value().isEmpty() ? handler.name() : traced.value()));
  }

  /** The nearest annotation wins. */
  @Override
  public Map<String, String> tags(Handler handler) {
    return tagsByHandler.computeIfAbsent(handler, asked -> {
      Map<String, String> tags = new LinkedHashMap<>(applicationTags);
      tags.putAll(tags(asked.resource()));
      tags.putAll(tags(asked.method()));
      return Map.copyOf(tags);
    });
  }

  private static Map<String, String> tags(AnnotatedElement element) {
    Monitored annotation = element.getAnnotation(Monitored.class);
    Map<String, String> tags = new LinkedHashMap<>();
    for (String tag : annotation == null ? new String[0] : annotation.tags()) {
      int equals = tag.indexOf('=');
      if (equals > 0) {
        tags.put(tag.substring(0, equals).strip(), tag.substring(equals + 1).strip());
      } else {
        System.getLogger("dev.whence")
            .log(
                Logger.Level.WARNING,
                "tag \"{0}\" of @Monitored on {1} is left out: write it as \"name=value\"",
                tag,
                element);
      }
    }
    return tags;
  }
}
