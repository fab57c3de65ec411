package dev.whence;

import dev.whence.config.ConfigException;
import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.config.Source;
import dev.whence.config.TraceKeys;
import dev.whence.report.Reporter;
import dev.whence.request.ConsentResolver;
import dev.whence.request.UserResolver;
import dev.whence.scrub.Scrubber;
import dev.whence.setup.Plan;
import dev.whence.setup.Services;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Assembles an instance from code and settings; code wins. For one thread.
 *
 * <p>{@link #build} does not throw for what is wrong in settings, since an application must start
 * without Whence rather than not at all: the instance is then off, and the log says why.
 */
public final class WhenceBuilder {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final List<Source> nearSources = new ArrayList<>();
  final List<Reporter> reporters = new ArrayList<>();
  final List<Class<?>> ignored = new ArrayList<>();
  Map<String, String> environment = System.getenv();

  @Nullable
  ClassLoader loader = Thread.currentThread().getContextClassLoader();

  @Nullable
  Scrubber scrubber;

  @Nullable
  BeforeSend beforeSend;

  @Nullable
  BeforeSendTransaction beforeSendTransaction;

  @Nullable
  UserResolver userResolver;

  @Nullable
  ConsentResolver consentResolver;

  WhenceBuilder() {}

  /** Sets what the table of settings has no method for here, as a text. */
  public WhenceBuilder set(Setting<?> setting, String value) {
    values.put(setting.key(), value);
    return this;
  }

  public WhenceBuilder dsn(String dsn) {
    return set(Keys.DSN, dsn);
  }

  public WhenceBuilder environment(String name) {
    return set(Keys.ENVIRONMENT, name);
  }

  public WhenceBuilder release(String release) {
    return set(Keys.RELEASE, release);
  }

  public WhenceBuilder sampleRate(double rate) {
    return set(Keys.SAMPLE_RATE, String.valueOf(rate));
  }

  public WhenceBuilder tracesSampleRate(double rate) {
    return set(TraceKeys.SAMPLE_RATE, String.valueOf(rate));
  }

  public WhenceBuilder closeTimeout(Duration timeout) {
    return set(Keys.CLOSE_TIMEOUT, timeout.toMillis() + "ms");
  }

  /** Sets a tag that every event carries. */
  public WhenceBuilder tag(String name, String value) {
    tags.put(name, value);
    return this;
  }

  /** Adds a reporter beside those that settings ask for. The instance closes it. */
  public WhenceBuilder reporter(Reporter reporter) {
    reporters.add(reporter);
    return this;
  }

  /** Replaces the scrubber that settings would make. */
  public WhenceBuilder scrubber(Scrubber newScrubber) {
    scrubber = newScrubber;
    return this;
  }

  /** Ignores failures of {@code type} and its subclasses. */
  public WhenceBuilder ignore(Class<? extends Throwable> type) {
    ignored.add(type);
    return this;
  }

  public WhenceBuilder beforeSend(BeforeSend newBeforeSend) {
    beforeSend = newBeforeSend;
    return this;
  }

  public WhenceBuilder beforeSendTransaction(BeforeSendTransaction newBeforeSend) {
    beforeSendTransaction = newBeforeSend;
    return this;
  }

  public WhenceBuilder userResolver(UserResolver newResolver) {
    userResolver = newResolver;
    return this;
  }

  public WhenceBuilder consentResolver(ConsentResolver newResolver) {
    consentResolver = newResolver;
    return this;
  }

  /** Adds a source behind code and those added before, and ahead of all others. */
  public WhenceBuilder source(Source source) {
    nearSources.add(source);
    return this;
  }

  /** Reads these variables in place of the environment's. */
  public WhenceBuilder environmentVariables(Map<String, String> variables) {
    environment = Map.copyOf(variables);
    return this;
  }

  /** Names the application's class loader; the calling thread's context loader unless called. */
  public WhenceBuilder classLoader(ClassLoader applicationLoader) {
    loader = applicationLoader;
    return this;
  }

  /** Returns where settings come from, the first wins. */
  /**
   * Says what is to be built, after customizers had their say.
   *
   * @throws dev.whence.config.ConfigException if a setting is wrong
   */
  Plan plan() {
    Services.of(WhenceCustomizer.class, loader).forEach(customizer -> customizer.customize(this));
    return Plan.of(sources(), loader, scrubber);
  }

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    sources.add(Source.of("code", values));
    if (!tags.isEmpty()) {
      sources.add(Source.of("code", Map.of(Keys.TAGS.key(), written(tags))));
    }
    sources.addAll(nearSources);
    sources.add(Source.systemProperties());
    sources.add(Source.environment(environment));
    sources.add(Source.propertiesFile(loader));
    sources.add(Source.fieldNames(environment));
    return sources;
  }

  private static String written(Map<String, String> pairs) {
    StringBuilder text = new StringBuilder();
    pairs.forEach((name, value) -> text.append(name).append('=').append(value).append(','));
    return text.toString();
  }

  /** Returns a live instance, or one that is off and says why. */
  public Whence build() {
    Logger log = System.getLogger("dev.whence");
    try {
      return new Assembly(this, log).assemble();
    } catch (ConfigException e) {
      log.log(Logger.Level.ERROR, "Whence stays off: {0}", e.getMessage());
      return Whence.off(String.valueOf(e.getMessage()));
    } catch (RuntimeException | LinkageError | java.util.ServiceConfigurationError e) {
      log.log(Logger.Level.ERROR, "Whence stays off: it could not be built", e);
      return Whence.off("it could not be built: " + e.getClass().getName());
    }
  }
}
