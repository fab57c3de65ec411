package dev.whence.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.delivery.LaneFigures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static LaneFigures lane(@Nullable String lastFault, @Nullable Instant failingSince) {
    return new LaneFigures(
        "sentry",
        9,
        1,
        5,
        2,
        Map.of("too_large", 2L, "http_400", 1L),
        lastFault,
        failingSince,
        failingSince != null);
  }

  private static Health on(LaneFigures... lanes) {
    return new Health(
        true,
        false,
        "",
        12,
        Map.of("ignored", 2L),
        1,
        9,
        List.of(lanes),
        new Health.Traces(8, Map.of("quota_month", 3L), 1, 4, List.of()),
        Map.of("beforeSend", 3L),
        Map.of("phone", 4L, "email", 5L),
        Map.of("pattern-1", 6L));
  }

  @Test
  void hasEveryFigureUnderItsName() throws JsonProcessingException {
    Instant since = Instant.parse("2026-11-22T10:00:00Z");
    String json = on(lane("SocketException: gone", since), lane(null, null)).toJson();

    assertThat(MAPPER.readTree(json)).isEqualTo(MAPPER.readTree("""
        {
          "isOn": true, "isDisabled": false, "isBroken": true, "problem": "",
          "captured": 12, "refused": {"ignored": 2}, "inbox": 1, "recorded": 9,
          "lanes": [
            {
              "name": "sentry", "recorded": 9, "adopted": 1, "delivered": 5, "waiting": 2,
              "dropped": {"http_400": 1, "too_large": 2},
              "lastFault": "SocketException: gone", "failingSince": "2026-11-22T10:00:00Z",
              "isCircuitOpen": true
            },
            {
              "name": "sentry", "recorded": 9, "adopted": 1, "delivered": 5, "waiting": 2,
              "dropped": {"http_400": 1, "too_large": 2},
              "lastFault": null, "failingSince": null, "isCircuitOpen": false
            }
          ],
          "traces": {
            "captured": 8, "refused": {"quota_month": 3}, "inbox": 1, "recorded": 4, "lanes": []
          },
          "faults": {"beforeSend": 3},
          "masked": {"email": 5, "phone": 4},
          "wouldMask": {"pattern-1": 6}
        }
        """));
  }

  @Test
  void hasNoSecretThatAReporterWroteIntoItsFault() throws JsonProcessingException {
    String fault =
        "IOException: POST https://me:hunter2@hooks.example/x?token=s3cr3t\n\"answered\"";

    String shown =
        MAPPER.readTree(on(lane(fault, null)).toJson()).at("/lanes/0/lastFault").textValue();

    assertThat(shown).contains("IOException", "answered").doesNotContain("hunter2", "s3cr3t");
  }

  @Test
  void saysWhatIsWrongWithASettingButNotItsSecret() throws JsonProcessingException {
    Whence off = Whence.builder()
        .environmentVariables(Map.of())
        .dsn("https://s3cr3t@host")
        .build();

    JsonNode json = MAPPER.readTree(off.health().toJson());

    assertThat(json.at("/isOn").booleanValue()).isFalse();
    assertThat(json.at("/isBroken").booleanValue()).isTrue();
    assertThat(json.at("/problem").textValue()).contains("\"dsn\"").doesNotContain("s3cr3t");
  }

  @Test
  void whatIsSwitchedOffOnPurposeIsNotBroken() {
    Whence disabled = Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.ENABLED, "false")
        .build();
    Whence elsewhere = Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.REPORT_ENVIRONMENTS, "staging")
        .build();

    assertThat(List.of(disabled.health(), elsewhere.health()))
        .allMatch(Health::isDisabled)
        .noneMatch(Health::isOn)
        .noneMatch(Health::isBroken);
  }

  @Test
  void aLaneThatFailedOnceAndWorksAgainIsNotBroken() {
    assertThat(on(lane("gone", null)).isBroken()).isFalse();
    assertThat(on(lane(null, null), lane("gone", Instant.EPOCH)).isBroken()).isTrue();
  }
}
