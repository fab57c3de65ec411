package dev.whence.scrub.key;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides by a field's name whether its value may be seen.
 *
 * <p>Names are compared without regard to case and to {@code - _ . blank}. Immutable but for a
 * bounded cache of decisions, for many threads.
 */
public final class KeyRules {
  private static final List<String> COOKIES = List.of("cookie", "cookies", "setcookie");

  /** The word for a password in languages whose letters {@link KeyWords} does not read. */
  private static final List<String> PASSWORDS =
      List.of("パスワード", "密码", "密碼", "비밀번호", "пароль", "hasło", "lösenord");

  private static final List<String> AUTHORIZATIONS = List.of("authorization", "proxyauthorization");
  private static final List<String> CLIENT_ADDRESSES = List.of(
      "xforwardedfor",
      "xoriginalforwardedfor",
      "xrealip",
      "xclientip",
      "xclusterclientip",
      "trueclientip",
      "cfconnectingip",
      "cfconnectingipv6",
      "fastlyclientip",
      "xappengineuserip",
      "xazureclientip",
      "xenvoyexternaladdress");

  private final NameTable names;
  private final Decisions decisions = new Decisions();

  private final KeyWords words;

  private KeyRules(Map<String, Decision> asked, boolean isStrict) {
    Map<String, Decision> known = new HashMap<>();
    CLIENT_ADDRESSES.forEach(name -> known.put(name, Decision.HIDE));
    PASSWORDS.forEach(name -> known.put(name, Decision.HIDE));
    COOKIES.forEach(name -> known.put(name, Decision.HIDE_LINE));
    AUTHORIZATIONS.forEach(name -> known.put(name, Decision.HIDE_BEHIND_SCHEME));
    known.putAll(asked);
    names = new NameTable(known);
    words = new KeyWords(isStrict);
  }

  /** Returns the rules for the known names alone. */
  public static KeyRules standard() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  public Decision decide(String key) {
    return decide(key, 0, key.length());
  }

  /** Decides on the name that {@code text} holds from {@code start} to {@code end}. */
  public Decision decide(CharSequence text, int start, int end) {
    int hash = Decisions.hash(text, start, end);
    Decision known = hash == 0 ? null : decisions.find(hash, text, start, end);
    if (known != null) {
      return known;
    }
    Decision decision = decideAnew(text, start, end);
    if (hash != 0) {
      decisions.remember(hash, text, start, end, decision);
    }
    return decision;
  }

  private Decision decideAnew(CharSequence text, int start, int end) {
    Decision asked = names.find(text, start, end);
    if (asked != null) {
      return asked;
    }
    return isPath(text, start, end) ? Decision.KEEP : words.decide(text, start, end);
  }

  /** Whether a path or a package's name stands there: {@code /token/refresh}, {@code @x/auth}. */
  private static boolean isPath(CharSequence text, int start, int end) {
    if (start == end || (text.charAt(start) != '/' && text.charAt(start) != '@')) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == ':') {
        return false;
      }
    }
    return true;
  }

  /** Assembles rules that add to the known names. For one thread. */
  public static final class Builder {
    private final Map<String, Decision> asked = new HashMap<>();
    private boolean isStrict;

    private Builder() {}

    /** Hides values under {@code names}. */
    public Builder hide(List<String> names) {
      names.forEach(name -> asked.put(Fold.name(name), Decision.HIDE_AS_ASKED));
      return this;
    }

    /** Replaces values under {@code names} by pseudonyms, also those that are hidden. */
    public Builder join(List<String> names) {
      names.forEach(name -> asked.put(Fold.name(name), Decision.JOIN));
      return this;
    }

    /** Keeps values under {@code names}, also those that are hidden or joined. */
    public Builder keep(List<String> names) {
      names.forEach(name -> asked.put(Fold.name(name), Decision.KEEP_AS_ASKED));
      return this;
    }

    /** Hides what names a patient's data have too. */
    public Builder strict(boolean newIsStrict) {
      isStrict = newIsStrict;
      return this;
    }

    public KeyRules build() {
      return new KeyRules(asked, isStrict);
    }
  }
}
