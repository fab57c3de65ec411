package dev.whence.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request or a job from its beginning to its end, with what it did meanwhile.
 *
 * <p>Immutable; {@link #toBuilder} makes a changed copy.
 */
public final class TransactionEvent implements Event {
  /** Where the name of a transaction comes from, in the words of the event payload. */
  public enum Source {
    /** A template, such as {@code GET /orders/{id}}. */
    ROUTE,
    /** The path as it came. */
    URL,
    /** The code that was at work. */
    COMPONENT,
    /** The application says so. */
    CUSTOM,
    /** A job's name. */
    TASK
  }

  private final EventId id;
  private final Time time;
  private final String name;
  private final Source source;
  private final Map<String, String> tags;
  private final Map<String, Map<String, Object>> contexts;
  private final Map<String, Measurement> measurements;
  private final List<SpanData> spans;
  private final @Nullable Request request;
  private final @Nullable User user;
  private final @Nullable String release;
  private final @Nullable String environment;
  private final @Nullable String serverName;

  /** From when to when. */
  public record Time(Instant start, Instant end) {}

  private TransactionEvent(Builder builder) {
    id = builder.id;
    time = builder.time;
    name = builder.name;
    source = builder.source;
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(builder.tags));
    contexts = Collections.unmodifiableMap(new LinkedHashMap<>(builder.contexts));
    measurements = Collections.unmodifiableMap(new LinkedHashMap<>(builder.measurements));
    spans = List.copyOf(builder.spans);
    request = builder.request;
    user = builder.user;
    release = builder.release;
    environment = builder.environment;
    serverName = builder.serverName;
  }

  public static Builder builder(EventId id, Time time) {
    return new Builder(id, time);
  }

  @Override
  public EventId id() {
    return id;
  }

  /** Returns its end. */
  @Override
  public Instant timestamp() {
    return time.end();
  }

  public Time time() {
    return time;
  }

  @Override
  public Category category() {
    return Category.TRANSACTION;
  }

  /** The route or job, such as {@code GET /orders/{id}}. */
  public String name() {
    return name;
  }

  public Source source() {
    return source;
  }

  public Map<String, String> tags() {
    return tags;
  }

  /**
   * By name; {@code trace} has IDs, operation and status. Values are texts, numbers, booleans,
   * lists and maps, anything else as its text.
   */
  public Map<String, Map<String, Object>> contexts() {
    return contexts;
  }

  public Map<String, Measurement> measurements() {
    return measurements;
  }

  /** In the order of their beginning. */
  public List<SpanData> spans() {
    return spans;
  }

  public Optional<Request> request() {
    return Optional.ofNullable(request);
  }

  public Optional<User> user() {
    return Optional.ofNullable(user);
  }

  public Optional<String> release() {
    return Optional.ofNullable(release);
  }

  public Optional<String> environment() {
    return Optional.ofNullable(environment);
  }

  public Optional<String> serverName() {
    return Optional.ofNullable(serverName);
  }

  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Assembles a transaction. For one thread. */
  public static final class Builder {
    private final EventId id;
    private final Time time;
    private String name = "";
    private Source source = Source.CUSTOM;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> contexts = new LinkedHashMap<>();
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private List<SpanData> spans = List.of();
    private @Nullable Request request;
    private @Nullable User user;
    private @Nullable String release;
    private @Nullable String environment;
    private @Nullable String serverName;

    private Builder(EventId id, Time time) {
      this.id = id;
      this.time = time;
    }

    private Builder(TransactionEvent event) {
      this(event.id, event.time);
      name = event.name;
      source = event.source;
      tags.putAll(event.tags);
      contexts.putAll(event.contexts);
      measurements.putAll(event.measurements);
      spans = event.spans;
      request = event.request;
      user = event.user;
      release = event.release;
      environment = event.environment;
      serverName = event.serverName;
    }

    public Builder name(String newName, Source newSource) {
      name = newName;
      source = newSource;
      return this;
    }

    public Builder tag(String tag, String value) {
      tags.put(tag, value);
      return this;
    }

    public Builder tags(Map<String, String> more) {
      tags.putAll(more);
      return this;
    }

    public Builder context(String context, Map<String, ?> values) {
      contexts.put(context, Collections.unmodifiableMap(new LinkedHashMap<>(values)));
      return this;
    }

    public Builder measurements(Map<String, Measurement> more) {
      measurements.putAll(more);
      return this;
    }

    public Builder spans(List<SpanData> newSpans) {
      spans = newSpans;
      return this;
    }

    public Builder request(@Nullable Request newRequest) {
      request = newRequest;
      return this;
    }

    public Builder user(@Nullable User newUser) {
      user = newUser;
      return this;
    }

    public Builder release(@Nullable String newRelease) {
      release = newRelease;
      return this;
    }

    public Builder environment(@Nullable String newEnvironment) {
      environment = newEnvironment;
      return this;
    }

    public Builder serverName(@Nullable String newServerName) {
      serverName = newServerName;
      return this;
    }

    public TransactionEvent build() {
      return new TransactionEvent(this);
    }
  }
}
