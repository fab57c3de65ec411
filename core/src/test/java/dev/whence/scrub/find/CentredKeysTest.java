package dev.whence.scrub.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.text.Finder;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CentredKeysTest {
  static Stream<String> telegram() {
    return Marks.rows("""
        ‹123456789:AAFakeSynth0NotReal7-Bogus_3FakeSyn›
        sent ‹123456789:AAFakeSynth0NotReal7-Bogus_3FakeSyn›, twice
        /bot‹123456789:AAFakeSynth0NotReal7-Bogus_3FakeSyn›/send
        ‹1234567:AAFakeSynth0NotReal7-Bogus_3Fa›
        ‹123456789012:AAFakeSynth0NotReal7-Bogus_3Fa›
        ‹123456789:AA{x*46}›yz
        123456:AAFakeSynth0NotReal7-Bogus_3FakeSyn
        bot123456:AAFakeSynth0NotReal7-Bogus_3FakeSyn
        1234567890123:AAFakeSynth0NotReal7-Bogus_3FakeSyn
        1234567:AAFakeSynth0NotReal7-Bogus_3F
        12345x7:AAFakeSynth0NotReal7-Bogus_3FakeSyn
        not123456789:AAFakeSynth0NotReal7-Bogus_3FakeSyn
        123456789:ABFakeSynth0NotReal7-Bogus_3FakeSyn
        123456789:A
        :AAFakeSynth0NotReal7-Bogus_3FakeSyn
        """);
  }

  static Stream<String> mailchimp() {
    return Marks.rows("""
        ‹5eed0bad5eed0bad5eed0bad5eed0bad-us1›
        key ‹5eed0BAD5eed0bad5eed0bad5eed0bad-us21›.
        "‹5eed0bad5eed0bad5eed0bad5eed0bad-us7›"
        ‹00000000000000000000000000000000-us0›
        ‹aaaaaaaaaaaaaaaffffffffffffffff9-us123›
        5eed0bad5eed0bad5eed0bad5eed0bad-us
        5eed0bad5eed0bad5eed0bad5eed0bad-u1
        5eed0bad5eed0bad5eed0bad5eed0bad-usa
        5eed0bad5eed0bad5eed0bad5eed0bad-us1x
        5eed0bad5eed0bad5eed0bad5eed0bad-us1-2
        5eed0bad5eed0bad5eed0bad5eed0bad-us1234
        5eed0bad5eed0bad5eed0bad5eed0ba-us1
        5eed0bad5eed0bad5eed0bad5eed0bad0-us1
        5eed0bad5eed0bad5eed0bad5eed0bag-us1
        g5eed0bad5eed0bad5eed0bad5eed0ba-us1
        -us1
        """);
  }

  static Stream<String> entra() {
    return Marks.rows("""
        ‹Fak8Q~FakeSynth0NotReal7.Bogus_3FakeSynth›
        secret ‹Fak8Q~FakeSynth0NotReal7.Bogus_3~FakeSyn› of
        ‹Fak8Q~FakeSynth0NotReal7-Bogus_3FakeSy›
        ‹Fak0Q~{x*64}›yz
        Fak8Q~FakeSynth0NotReal7.Bogus_3Fake
        FakxQ~FakeSynth0NotReal7.Bogus_3FakeSynth
        Fak8R~FakeSynth0NotReal7.Bogus_3FakeSynth
        xFak8Q~FakeSynth0NotReal7.Bogus_3FakeSynth
        ak8Q~FakeSynth0NotReal7.Bogus_3FakeSynth
        8Q~FakeSynth0NotReal7.Bogus_3FakeSynth
        ~/FakeSynth0NotReal7
        """);
  }

  static Stream<String> discord() {
    return Marks.rows("""
        ‹MFakeSynth0NotReal7Bogus.FaKe0s.FakeSynth0NotReal7-Bogus_3Fak›
        got ‹MFakeSynth0NotReal7Bogu.FaKe-_.FakeSynth0NotReal7-Bogus_3Fak›, twice
        ‹ZFakeSynth0NotReal7BogusFake.FaKe0s.FakeSynth0NotReal7Bogus3Fak›.x
        ‹MFakeSynth0NotReal7Bogus.FaKe0s.1{x*63}›yz
        MFakeSynth0NotReal7Bogus.FaKe0s.FakeSynth0NotReal7-Bogus_3
        MFakeSynth0NotReal7Bogus.FaKe0s.FakeSynthXNotRealX-Bogus_XFak
        MFakeSynth0NotReal7Bogus.FaKe0.FakeSynth0NotReal7-Bogus_3Fak
        MFakeSynth0NotReal7Bogus.FaKe0ss.FakeSynth0NotReal7-Bogus_3Fak
        MFakeSynth0NotReal7Bog.FaKe0s.FakeSynth0NotReal7-Bogus_3Fak
        MFakeSynth0NotReal7BogusFakeX.FaKe0s.FakeSynth0NotReal7-Bogus_3Fak
        LFakeSynth0NotReal7Bogus.FaKe0s.FakeSynth0NotReal7-Bogus_3Fak
        com.example.FakeSynth0NotReal7-Bogus_3Fak
        """);
  }

  @ParameterizedTest
  @MethodSource("telegram")
  void findsTelegramsByAColon(String text) {
    assertThat(shown(text, "telegram-bot-token")).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("mailchimp")
  void findsMailchimpsByADataCentre(String text) {
    assertThat(shown(text, "mailchimp-key")).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("entra")
  void findsEntrasByATilde(String text) {
    assertThat(shown(text, "entra-client-secret")).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("discord")
  void findsDiscordsByTwoDots(String text) {
    assertThat(shown(text, "discord-bot-token")).isEqualTo(text);
  }

  private static String shown(String text, String id) {
    Finder family = CentredKeys.FINDERS.stream()
        .filter(finder -> finder.rule().id().equals(id))
        .findAny()
        .orElseThrow();
    return Marks.shown(text, family.triggers(), family.verifier());
  }
}
