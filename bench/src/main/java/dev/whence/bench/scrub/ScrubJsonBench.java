package dev.whence.bench.scrub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.whence.scrub.Scrubber;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.zalando.logbook.BodyFilter;
import org.zalando.logbook.json.JacksonJsonFieldBodyFilter;
import org.zalando.logbook.json.JsonBodyFilters;

/**
 * JSON text: Whence by names and by what values look like, Logbook's two filters by ten names, and
 * a copy by Jackson's parser and generator.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class ScrubJsonBench {
  private static final String MARKER = "[Filtered]";
  private static final String TYPE = "application/json";
  private static final Set<String> NAMES = Set.of(
      "password",
      "email",
      "phone",
      "card_number",
      "iban",
      "access_token",
      "refresh_token",
      "secret",
      "api_key",
      "ssn");

  @Param({Payloads.CLEAN, "masked"})
  public String json = "";

  @Param({"2048", "204800"})
  public int chars;

  private final Scrubber scrubber = Scrubber.standard();
  private final BodyFilter logbookJackson = new JacksonJsonFieldBodyFilter(NAMES, MARKER);
  private final BodyFilter logbookRegex = JsonBodyFilters.replaceJsonStringProperty(NAMES, MARKER);
  private final JsonFactory jackson = new JsonFactory();
  private String body = "";

  @Setup
  public void prepare() {
    body = Payloads.of(json, chars);
    boolean isSame = scrubber.scrubJson(body).equals(body);
    if (body.length() != chars || isSame != json.equals(Payloads.CLEAN)) {
      throw new IllegalStateException(scrubber.scrubJson(body));
    }
  }

  @Benchmark
  public String whence() {
    return scrubber.scrubJson(body);
  }

  @Benchmark
  public String logbookJackson() {
    return logbookJackson.filter(TYPE, body);
  }

  @Benchmark
  public String logbookRegex() {
    return logbookRegex.filter(TYPE, body);
  }

  @Benchmark
  public String jacksonCopy() throws IOException {
    StringWriter copy = new StringWriter(chars);
    try (JsonParser parser = jackson.createParser(body);
        JsonGenerator generator = jackson.createGenerator(copy)) {
      while (parser.nextToken() != null) {
        generator.copyCurrentEvent(parser);
      }
    }
    return copy.toString();
  }
}
