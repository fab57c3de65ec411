package dev.whence.setup;

import dev.whence.config.ConfigException;
import dev.whence.config.Keys;
import dev.whence.config.Nearest;
import dev.whence.config.Settings;
import dev.whence.config.value.PrivacyPolicy;
import dev.whence.config.value.UserIdPolicy;
import dev.whence.scrub.Privacy;
import dev.whence.scrub.Scrubber;
import dev.whence.scrub.find.Looks;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the scrubber that settings ask for, and says which of them it cannot take. */
public final class Scrubbing {
  private final Settings settings;
  private final Scrubber.Builder scrubber = Scrubber.builder();

  private Scrubbing(Settings settings) {
    this.settings = settings;
  }

  /**
   * Returns the scrubber of {@code settings}.
   *
   * @throws ConfigException if they switch off a rule that there is not, or have a pattern that
   *     matches the empty text
   */
  public static Scrubber by(Settings settings) {
    Scrubbing scrubbing = new Scrubbing(settings);
    scrubbing.disclose();
    scrubbing.nameKeys();
    scrubbing.hidePatterns();
    scrubbing.switchRulesOff();
    return scrubbing.scrubber.build();
  }

  private void disclose() {
    boolean isStrict = settings.get(Keys.PRIVACY) == PrivacyPolicy.STRICT;
    scrubber
        .privacy(isStrict ? Privacy.STRICT : Privacy.STANDARD)
        .sendDefaultPii(settings.get(Keys.SEND_DEFAULT_PII))
        .clientAddress(settings.find(Keys.CLIENT_ADDRESS).orElse(null))
        .plainUserId(settings.get(Keys.USER_ID) == UserIdPolicy.PLAIN)
        .pseudonymKey(settings.find(Keys.PSEUDONYM_KEY).orElse(null))
        .dryRun(settings.get(Keys.SCRUB_DRY_RUN));
  }

  private void nameKeys() {
    settings.get(Keys.HIDE_KEYS).forEach(scrubber::hideKey);
    settings.get(Keys.JOIN_KEYS).forEach(scrubber::joinKey);
    settings.get(Keys.KEEP_KEYS).forEach(scrubber::keepKey);
  }

  private void hidePatterns() {
    int number = 0;
    for (Pattern pattern : settings.get(Keys.HIDE_PATTERNS)) {
      number++;
      try {
        scrubber.hidePattern("pattern-" + number, pattern);
      } catch (IllegalArgumentException e) {
        throw settings.error(Keys.HIDE_PATTERNS, String.valueOf(e.getMessage()));
      }
    }
  }

  private void switchRulesOff() {
    List<String> off = settings.get(Keys.RULES_OFF);
    if (off.isEmpty()) {
      return; // spares the start the table of rules
    }
    Set<String> known = Looks.ids();
    for (String id : off) {
      if (!known.contains(id)) {
        throw settings.error(Keys.RULES_OFF, Nearest.hint("rule", id, known));
      }
      scrubber.ruleOff(id);
    }
  }
}
