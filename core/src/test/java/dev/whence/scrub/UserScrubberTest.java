package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.User;
import dev.whence.net.Disclosure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserScrubberTest {
  private final Scrubber standard = Scrubber.standard();
  private final Scrubber keyed = Scrubber.builder().pseudonymKey("k-71").build();

  @ParameterizedTest
  @CsvSource({
    "8fa1, 8fa1",
    "m-095513, m-095513",
    "anna, anna",
    "anna@example.org, [EMAIL]",
    "anna@intranet, [EMAIL]",
    "anna%40example.org, [EMAIL]"
  })
  void sendsAnExplicitIdUnlessItIsAnAddress(String id, String sent) {
    assertThat(scrubbed(standard, User.of(id)).id()).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4711", "2b5ef8dd-9808-440d-b3e9-105c43a6cd69", "DEADBEEF", "0a1b2c3d4e5f"})
  void sendsAPrincipalThatLooksLikeAnId(String name) {
    assertThat(scrubbed(standard, User.ofPrincipal(name)).id()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna",
        "anna@example.org",
        "facade",
        "2b5ef8dd-9808-440d-b3e9",
        "+4917112345",
        "12 34"
      })
  void masksAnyOtherPrincipalWithoutAKey(String name) {
    assertThat(scrubbed(standard, User.ofPrincipal(name)).id()).isEqualTo("[Filtered]");
  }

  @Test
  void makesAPseudonymOfAPrincipalWithAKey() {
    String pseudonym = scrubbed(keyed, User.ofPrincipal("anna")).id();

    assertThat(pseudonym).isEqualTo("p-5d2bed47b54683710618d8a38847880d");
    assertThat(scrubbed(keyed, User.ofPrincipal("anna")).id()).isEqualTo(pseudonym);
    assertThat(scrubbed(keyed, User.ofPrincipal("Anna")).id()).isNotEqualTo(pseudonym);
    assertThat(scrubbed(Scrubber.builder().pseudonymKey("k-72").build(), User.ofPrincipal("anna"))
            .id())
        .isNotEqualTo(pseudonym);
  }

  @Test
  void takesABlankKeyForNone() {
    Scrubber blank = Scrubber.builder().pseudonymKey("  ").build();

    assertThat(scrubbed(blank, User.ofPrincipal("anna")).id()).isEqualTo("[Filtered]");
  }

  @Test
  void leavesAPseudonymAloneTheSecondTime() {
    User once = scrubbed(keyed, User.ofPrincipal("anna"));

    assertThat(scrubbed(keyed, once)).isEqualTo(once);
  }

  @Test
  void sendsAPrincipalAsItIsWhenAsked() {
    Scrubber plain = Scrubber.builder().plainUserId(true).build();

    assertThat(scrubbed(plain, User.ofPrincipal("anna@example.org")).id())
        .isEqualTo("anna@example.org");
  }

  @Test
  void keepsTheTenantAndTheNetworkAndDropsTheRest() {
    assertThat(scrubbed(standard, everything()))
        .isEqualTo(new User("u-1", "clinic-3", null, null, "192.0.2.0", false));
  }

  @Test
  void sendsTheRestWhenPersonalDataIsAllowed() {
    Scrubber open = Scrubber.builder().sendDefaultPii(true).build();

    assertThat(scrubbed(open, everything())).isEqualTo(everything());
  }

  @ParameterizedTest
  @CsvSource({
    "false, NETWORK, 192.0.2.0",
    "true, NETWORK, 192.0.2.0",
    "false, WHOLE, 192.0.2.253",
    "true, WHOLE, 192.0.2.253",
    "false, NONE,",
    "true, NONE,"
  })
  void sendsAsMuchOfTheAddressAsItIsToldWhateverElseIsAllowed(
      boolean sendsDefaultPii, Disclosure disclosure, @Nullable String sent) {
    Scrubber scrubber = Scrubber.builder()
        .sendDefaultPii(sendsDefaultPii)
        .clientAddress(disclosure)
        .build();

    User user = scrubbed(scrubber, everything());

    assertThat(user.ipAddress()).isEqualTo(sent);
    assertThat(user.email()).isEqualTo(sendsDefaultPii ? "anna@example.org" : null);
  }

  private static User everything() {
    return User.of("u-1")
        .tenant("clinic-3")
        .username("anna")
        .email("anna@example.org")
        .ipAddress("192.0.2.253");
  }

  private static User scrubbed(Scrubber scrubber, User user) {
    ErrorEvent event =
        ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH).user(user).build();
    return scrubber.scrub(event).user().orElseThrow();
  }
}
