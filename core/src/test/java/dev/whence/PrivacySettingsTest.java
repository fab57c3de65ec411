package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.event.Body;
import dev.whence.event.Breadcrumb;
import dev.whence.event.Level;
import dev.whence.event.User;
import dev.whence.report.LogLines;
import dev.whence.request.RequestFacts;
import dev.whence.snapshot.BodySnapshot;
import dev.whence.snapshot.RequestSnapshot;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What settings make of an event on its way from a request to a reporter. */
class PrivacySettingsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final LogLines log = LogLines.of("dev.whence");
  private final Map<Setting<?>, String> set = new LinkedHashMap<>();
  private @Nullable Whence whence;

  @AfterEach
  void close() {
    if (whence != null) {
      whence.close();
    }
    log.close();
  }

  private PrivacySettingsTest with(Setting<?> setting, String value) {
    set.put(setting, value);
    return this;
  }

  private Whence build(KeepingReporter reporter) {
    WhenceBuilder builder = Whence.builder().environmentVariables(Map.of()).reporter(reporter);
    set.forEach(builder::set);
    if (whence != null) {
      whence.close();
    }
    whence = builder.build();
    return whence;
  }

  /** Returns what becomes of a visit that fails. */
  private JsonNode event() {
    KeepingReporter reporter = new KeepingReporter();
    Whence built = build(reporter);
    RequestScope scope = built.open("r-1");
    scope
        .user(User.of("8fa1").username("Jo Sample").email("jo@example.org").ipAddress("192.0.2.77"))
        .context("visit", Map.of("patient_name", "Jo Sample", "ward", "W7"))
        .breadcrumb(new Breadcrumb(
            Instant.now(), "visit", "opened", Level.INFO, Map.of("step", "triage", "bed", "12b")));
    scope.fail(new IllegalStateException("no bed for CH-004711, call 202-555-0143"), "stub", null);
    scope.finish(new Visit());
    assertThat(built.flush(LONG)).isTrue();
    return reporter.events().get(0);
  }

  private static String message(JsonNode event) {
    return event.at("/exception/values/0/value").asText();
  }

  private static List<String> listed(JsonNode event, String list) {
    List<String> findings = new ArrayList<>();
    event
        .at("/contexts/whence/" + list)
        .forEach(
            one -> findings.add(one.at("/path").asText() + ' ' + one.at("/rule").asText()));
    return findings;
  }

  // How much is hidden by itself.

  @Test
  void theStandardKeepsWhatIsNoSecret() {
    JsonNode event = event();

    assertThat(event.at("/request/query_string").asText()).isEqualTo("page=2&bed=12b");
    assertThat(event.at("/request/data").asText()).contains("triage");
    assertThat(event.at("/request/env/REMOTE_ADDR").asText()).isEqualTo("192.0.2.0");
    assertThat(event.at("/breadcrumbs/values/0/data/step").asText()).isEqualTo("triage");
    assertThat(event.at("/contexts/visit/patient_name").asText()).isEqualTo("Jo Sample");
    assertThat(message(event)).isEqualTo("no bed for CH-004711, call [PHONE]");
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void strictDropsBodiesQueriesDataAddressesAndPatients() {
    JsonNode event = with(Keys.PRIVACY, "strict").event();

    assertThat(event.at("/request/query_string").asText())
        .isEqualTo("page=[Filtered]&bed=[Filtered]");
    assertThat(event.at("/request/data").asText())
        .isEqualTo("{\"note\":\"[Filtered]\",\"bed\":\"[Filtered]\"}");
    assertThat(event.at("/breadcrumbs/values/0/data/step").asText()).isEqualTo("[Filtered]");
    assertThat(event.at("/contexts/visit/patient_name").asText()).isEqualTo("[Filtered]");
    assertThat(event.at("/contexts/visit/ward").asText()).isEqualTo("W7");
    assertThat(event.at("/request/url").asText()).contains("/visits/7");
    assertThat(event.toString()).doesNotContain("192.0.2", "triage", "12b", "Jo Sample");
    assertThat(listed(event, "masked"))
        .contains("request.query_string.page preset", "contexts.visit.patient_name key");
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void keptKeysStayInStrict() {
    JsonNode event = with(Keys.PRIVACY, "strict").with(Keys.KEEP_KEYS, "bed").event();

    assertThat(event.at("/request/query_string").asText()).isEqualTo("page=[Filtered]&bed=12b");
    assertThat(event.at("/request/data").asText())
        .isEqualTo("{\"note\":\"[Filtered]\",\"bed\":\"12b\"}");
    assertThat(event.at("/breadcrumbs/values/0/data/bed").asText()).isEqualTo("12b");
  }

  @Test
  void sayWhatTheyTakeBackOfStrictAndWin() {
    JsonNode event = with(Keys.PRIVACY, "strict")
        .with(Keys.SEND_DEFAULT_PII, "true")
        .with(Keys.CLIENT_ADDRESS, "whole")
        .event();

    assertThat(event.at("/user/email").asText()).isEqualTo("jo@example.org");
    assertThat(event.at("/request/env/REMOTE_ADDR").asText()).isEqualTo("192.0.2.77");
    assertThat(log.lines())
        .singleElement()
        .asString()
        .isEqualTo("WARNING privacy: \"strict\", and yet sent as they are: e-mail addresses and"
            + " names of users, by \"send-default-pii\" (code); addresses of clients, by"
            + " \"client-address\" (code); leave these settings out unless that is meant");
  }

  // Own rules.

  @Test
  void masksWhatOwnPatternsMatchAndNumbersThem() {
    JsonNode event = with(Keys.HIDE_PATTERNS, "bed,CH-[0-9]{4,8}").event();

    assertThat(message(event)).isEqualTo("no [Filtered] for [Filtered], call [PHONE]");
    assertThat(listed(event, "masked"))
        .contains("exception.values.0.value pattern-1", "exception.values.0.value pattern-2");
  }

  @Test
  void withholdsWhatAPatternTakesTooLongForAndSaysSoOnce() {
    KeepingReporter reporter = new KeepingReporter();
    Whence built = with(Keys.HIDE_PATTERNS, "(x+x+)+y").build(reporter);

    built.capture("x".repeat(100), Level.ERROR);
    built.capture("x".repeat(100), Level.ERROR);
    assertThat(built.flush(LONG)).isTrue();

    assertThat(reporter.events())
        .extracting(event -> event.at("/logentry/formatted").asText())
        .containsExactly("[Scrub failed]", "[Scrub failed]");
    assertThat(built.health().masked()).containsEntry("failed", 2L);
    assertThat(log.lines())
        .filteredOn(line -> line.startsWith("WARNING the pattern \"(x+x+)+y\" took more"))
        .hasSize(1);
  }

  @Test
  void joinsValuesByPseudonyms() {
    with(Keys.JOIN_KEYS, "ward").with(Keys.PSEUDONYM_KEY, "NotRealPseudonymKey");
    String first = event().at("/contexts/visit/ward").asText();
    String second = event().at("/contexts/visit/ward").asText();

    assertThat(first).isEqualTo(second).isNotEqualTo("[Filtered]").doesNotContain("W7");
  }

  @Test
  void keepsWhatARuleWouldFindThatIsOff() {
    JsonNode event = with(Keys.RULES_OFF, "phone").event();

    assertThat(message(event)).isEqualTo("no bed for CH-004711, call 202-555-0143");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      rules-off     | phone, fone | there is no rule "fone", did you mean "phone"?
      hide-patterns | a, [0-9]*   | the pattern "[0-9]*" matches the empty text: let it ask for a \
      character
      """)
  void aRuleThatCannotBeStopsWhenceAndSaysWhichAndWhere(String key, String value, String remedy) {
    Setting<?> setting =
        Keys.all().stream().filter(one -> one.key().equals(key)).findAny().orElseThrow();

    Whence built = with(setting, value).build(new KeepingReporter());

    assertThat(built.isOn()).isFalse();
    assertThat(built.health().problem())
        .isEqualTo("setting \"" + key + "\" from code is \"" + value + "\": " + remedy);
  }

  // Trying it.

  @Test
  void aDryRunListsWhatItWouldMaskAndMasksNothingOfIt() {
    JsonNode event = with(Keys.SCRUB_DRY_RUN, "true")
        .with(Keys.PRIVACY, "strict")
        .with(Keys.HIDE_KEYS, "ward")
        .with(Keys.HIDE_PATTERNS, "CH-[0-9]+")
        .event();

    assertThat(event.at("/request/query_string").asText()).isEqualTo("page=2&bed=12b");
    assertThat(event.at("/contexts/visit/ward").asText()).isEqualTo("W7");
    assertThat(message(event)).isEqualTo("no bed for CH-004711, call [PHONE]");
    assertThat(listed(event, "would_mask"))
        .contains(
            "request.query_string.page preset",
            "contexts.visit.ward key",
            "exception.values.0.value pattern-1")
        .doesNotContain("exception.values.0.value phone");
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("WARNING privacy: \"scrub-dry-run\" is on: \"privacy\" (code), \"hide-keys\"");
  }

  @Test
  void healthCountsByRuleWhatWasMaskedAndWhatWouldHaveBeen() throws Exception {
    with(Keys.SCRUB_DRY_RUN, "true").with(Keys.HIDE_PATTERNS, "CH-[0-9]+").event();

    assertThat(built().health().masked())
        .containsEntry("phone", 1L)
        .containsEntry("failed", 0L)
        .doesNotContainKey("pattern-1")
        .isEqualTo(managed("Masked"));
    assertThat(built().health().wouldMask())
        .containsEntry("pattern-1", 1L)
        .isEqualTo(managed("WouldMask"));
  }

  private Whence built() {
    return Optional.ofNullable(whence).orElseThrow();
  }

  /** Returns a table of the one bean that there is. */
  private static Map<String, Long> managed(String attribute) throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName bean = server
        .queryNames(new ObjectName("dev.whence:type=Health,*"), null)
        .iterator()
        .next();
    Map<String, Long> rows = new LinkedHashMap<>();
    for (Object row : ((TabularData) server.getAttribute(bean, attribute)).values()) {
      CompositeData data = (CompositeData) row;
      rows.put((String) data.get("name"), (Long) data.get("count"));
    }
    return rows;
  }

  /** A request with a query, a body and somebody's address. */
  private static final class Visit implements RequestFacts {
    private static final String BODY = "{\"note\":\"triage\",\"bed\":\"12b\"}";

    @Override
    public int status() {
      return 500;
    }

    @Override
    public String method() {
      return "POST";
    }

    @Override
    public String root() {
      return "";
    }

    @Override
    public String path() {
      return "/visits/7";
    }

    @Override
    public String route() {
      return "POST /visits/{id}";
    }

    @Override
    public @Nullable String handler() {
      return null;
    }

    @Override
    public @Nullable String header(String name) {
      return null;
    }

    @Override
    public @Nullable String principal() {
      return null;
    }

    @Override
    public RequestSnapshot snapshot() {
      return new RequestSnapshot(
              "POST",
              "http://localhost/visits/7",
              "page=2&bed=12b",
              new RequestSnapshot.Headers(),
              "192.0.2.77")
          .withBody(new BodySnapshot(Body.Kind.JSON, () -> BODY, BODY.length(), Map.of()));
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
      return Optional.empty();
    }
  }
}
