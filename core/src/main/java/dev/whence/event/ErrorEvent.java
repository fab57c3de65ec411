package dev.whence.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure, or a message worth reporting, with everything that is known about it.
 *
 * <p>Immutable; {@link #toBuilder} makes a changed copy.
 */
public final class ErrorEvent implements Event {
  private final EventId id;
  private final Instant timestamp;
  private final Level level;
  private final @Nullable String message;
  private final List<ThrownException> exceptions;
  private final List<Frame> stack;
  private final @Nullable String transaction;
  private final Map<String, String> tags;
  private final Map<String, Map<String, Object>> contexts;
  private final @Nullable Request request;
  private final @Nullable User user;
  private final List<Breadcrumb> breadcrumbs;
  private final @Nullable String release;
  private final @Nullable String environment;
  private final @Nullable String serverName;
  private final List<String> fingerprint;

  private ErrorEvent(Builder builder) {
    id = builder.id;
    timestamp = builder.timestamp;
    level = builder.level;
    message = builder.message;
    exceptions = List.copyOf(builder.exceptions);
    stack = List.copyOf(builder.stack);
    transaction = builder.transaction;
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(builder.tags));
    contexts = Collections.unmodifiableMap(new LinkedHashMap<>(builder.contexts));
    request = builder.request;
    user = builder.user;
    breadcrumbs = List.copyOf(builder.breadcrumbs);
    release = builder.release;
    environment = builder.environment;
    serverName = builder.serverName;
    fingerprint = List.copyOf(builder.fingerprint);
  }

  public static Builder builder(EventId id, Instant timestamp) {
    return new Builder(id, timestamp);
  }

  @Override
  public EventId id() {
    return id;
  }

  @Override
  public Instant timestamp() {
    return timestamp;
  }

  @Override
  public Category category() {
    return Category.ERROR;
  }

  public Level level() {
    return level;
  }

  public Optional<String> message() {
    return Optional.ofNullable(message);
  }

  /** The exception that was thrown, then those it carries: suppressed ones, causes, and so on. */
  public List<ThrownException> exceptions() {
    return exceptions;
  }

  /** Where a message was captured, the innermost call first; empty unless stacks are attached. */
  public List<Frame> stack() {
    return stack;
  }

  /** The route, such as {@code GET /orders/{id}}. */
  public Optional<String> transaction() {
    return Optional.ofNullable(transaction);
  }

  public Map<String, String> tags() {
    return tags;
  }

  /** By name; values are texts, numbers, booleans, lists and maps, anything else as its text. */
  public Map<String, Map<String, Object>> contexts() {
    return contexts;
  }

  public Optional<Request> request() {
    return Optional.ofNullable(request);
  }

  public Optional<User> user() {
    return Optional.ofNullable(user);
  }

  /** The oldest first. */
  public List<Breadcrumb> breadcrumbs() {
    return breadcrumbs;
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

  /** What the receiver groups by in place of its own rules; empty to leave it to them. */
  public List<String> fingerprint() {
    return fingerprint;
  }

  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Assembles an event. For one thread. */
  public static final class Builder {
    private final EventId id;
    private final Instant timestamp;
    private Level level = Level.ERROR;
    private @Nullable String message;
    private List<ThrownException> exceptions = List.of();
    private List<Frame> stack = List.of();
    private @Nullable String transaction;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> contexts = new LinkedHashMap<>();
    private @Nullable Request request;
    private @Nullable User user;
    private List<Breadcrumb> breadcrumbs = List.of();
    private @Nullable String release;
    private @Nullable String environment;
    private @Nullable String serverName;
    private List<String> fingerprint = List.of();

    private Builder(EventId id, Instant timestamp) {
      this.id = id;
      this.timestamp = timestamp;
    }

    private Builder(ErrorEvent event) {
      this(event.id, event.timestamp);
      level = event.level;
      message = event.message;
      exceptions = event.exceptions;
      stack = event.stack;
      transaction = event.transaction;
      tags.putAll(event.tags);
      contexts.putAll(event.contexts);
      request = event.request;
      user = event.user;
      breadcrumbs = event.breadcrumbs;
      release = event.release;
      environment = event.environment;
      serverName = event.serverName;
      fingerprint = event.fingerprint;
    }

    public Builder level(Level newLevel) {
      level = newLevel;
      return this;
    }

    public Builder message(@Nullable String newMessage) {
      message = newMessage;
      return this;
    }

    public Builder exceptions(List<ThrownException> newExceptions) {
      exceptions = newExceptions;
      return this;
    }

    public Builder stack(List<Frame> newStack) {
      stack = newStack;
      return this;
    }

    public Builder transaction(@Nullable String newTransaction) {
      transaction = newTransaction;
      return this;
    }

    public Builder tag(String name, String value) {
      tags.put(name, value);
      return this;
    }

    public Builder tags(Map<String, String> more) {
      tags.putAll(more);
      return this;
    }

    public Builder context(String name, Map<String, ?> values) {
      contexts.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(values)));
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

    public Builder breadcrumbs(List<Breadcrumb> newBreadcrumbs) {
      breadcrumbs = newBreadcrumbs;
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

    public Builder fingerprint(List<String> newFingerprint) {
      fingerprint = newFingerprint;
      return this;
    }

    public ErrorEvent build() {
      return new ErrorEvent(this);
    }
  }
}
