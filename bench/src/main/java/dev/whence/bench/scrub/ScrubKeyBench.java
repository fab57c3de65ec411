package dev.whence.bench.scrub;

import dev.whence.scrub.key.Decision;
import dev.whence.scrub.key.KeyRules;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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

/** One field's name: Whence, a regular expression in use elsewhere, and a set of exact names. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class ScrubKeyBench {
  private static final String SEEN = "seen before";
  private static final int MANY = 100_000;
  private static final String[] NAMES =
      ("id name orderNumber created_at updated_at status total currency quantity sku title"
              + " description author className key_count microphone processor lesson X-Request-ID"
              + " Accept-Encoding Content-Type User-Agent page sort traceId spanId max_tokens"
              + " shippingAddressId items price tenant locale theme retries timeoutMs parentId"
              + " password userPassword X-Auth-Token apiKey access_token refreshToken client_secret"
              + " sessionId email phoneNumber cardNumber iban dateOfBirth authorization")
          .split(" ");
  private static final Set<String> EXACT =
      Set.of("password", "apikey", "access_token", "client_secret", "email", "authorization");
  private static final Pattern WORDS = Pattern.compile(
      "password|secret|passwd|api[-_]?key|auth|credential|private[-_]?key|token|otp|session|csrf"
          + "|email|phone|card|iban|ssn|birth",
      Pattern.CASE_INSENSITIVE);

  @Param({SEEN, "never seen"})
  public String names = "";

  private final KeyRules rules = KeyRules.standard();
  private String[] all = {};
  private int turn;

  @Setup
  public void prepare() {
    all = new String[names.equals(SEEN) ? NAMES.length : MANY];
    for (int i = 0; i < all.length; i++) {
      String name = NAMES[i % NAMES.length];
      all[i] = i < NAMES.length ? name : name + i / NAMES.length;
    }
  }

  private String next() {
    turn = turn + 1 == all.length ? 0 : turn + 1;
    return all[turn];
  }

  @Benchmark
  public Decision whence() {
    return rules.decide(next());
  }

  @Benchmark
  public boolean javaRegex() {
    return WORDS.matcher(next()).find();
  }

  /** Knows six names by heart: the limit for whoever ignores case. */
  @Benchmark
  public boolean exactNames() {
    return EXACT.contains(next().toLowerCase(Locale.ROOT));
  }
}
