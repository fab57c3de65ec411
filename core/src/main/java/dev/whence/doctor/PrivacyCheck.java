package dev.whence.doctor;

import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.config.Settings;
import dev.whence.config.value.PrivacyPolicy;
import dev.whence.config.value.UserIdPolicy;
import dev.whence.net.Disclosure;
import dev.whence.report.check.Check;
import dev.whence.report.check.Finding;
import java.util.ArrayList;
import java.util.List;

/** Whether settings take back what others of them promise about personal data. */
public final class PrivacyCheck implements Check {
  private final Settings settings;

  public PrivacyCheck(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "privacy";
  }

  @Override
  public Finding run() {
    boolean isStrict = settings.get(Keys.PRIVACY) == PrivacyPolicy.STRICT;
    List<String> opened = isStrict ? opened() : List.of();
    List<String> tried = settings.get(Keys.SCRUB_DRY_RUN) ? tried() : List.of();
    if (!tried.isEmpty()) {
      return Finding.warn(
          "\"scrub-dry-run\" is on: " + String.join(", ", tried) + " masks nothing",
          "leave \"scrub-dry-run\" out (" + settings.origin(Keys.SCRUB_DRY_RUN)
              + ") as soon as you have seen what would be masked");
    }
    return opened.isEmpty()
        ? Finding.pass('"' + settings.shown(Keys.PRIVACY).orElse("") + '"')
        : Finding.warn(
            "\"strict\", and yet sent as they are: " + String.join("; ", opened),
            "leave these settings out unless that is meant");
  }

  private List<String> opened() {
    List<String> opened = new ArrayList<>();
    if (settings.get(Keys.SEND_DEFAULT_PII)) {
      opened.add("e-mail addresses and names of users, by " + place(Keys.SEND_DEFAULT_PII));
    }
    if (settings.find(Keys.CLIENT_ADDRESS).filter(Disclosure.WHOLE::equals).isPresent()) {
      opened.add("addresses of clients, by " + place(Keys.CLIENT_ADDRESS));
    }
    if (settings.get(Keys.USER_ID) == UserIdPolicy.PLAIN) {
      opened.add("login names, by " + place(Keys.USER_ID));
    }
    return opened;
  }

  /** Returns the settings that mask something, were it not for the dry run. */
  private List<String> tried() {
    return List.<Setting<?>>of(Keys.PRIVACY, Keys.HIDE_KEYS, Keys.JOIN_KEYS, Keys.HIDE_PATTERNS)
        .stream()
        .filter(setting -> !settings.isDefault(setting))
        .map(this::place)
        .toList();
  }

  private String place(Setting<?> setting) {
    return '"' + setting.key() + "\" (" + settings.origin(setting) + ')';
  }
}
