package dev.whence.scrub.text;

import dev.whence.scrub.text.KeyRules.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The words that make a field's name sensitive: long ones anywhere in it, short ones only as whole
 * words, split at camel-case humps, digits and separators. Allocates nothing.
 */
final class KeyWords {
  /** Sensitive wherever they are in a name. */
  private static final String[][] ANYWHERE = Chars.byFirstLetter(
      "password passwd passphrase secret apikey accesskey privatekey anthropickey credential"
          + " authorization sessionid dateofbirth medicalrecord passport emailaddress csrftoken");

  /** Their values are written in groups: the mask takes them all. */
  private static final String[][] ANYWHERE_IN_GROUPS =
      Chars.byFirstLetter("creditcard cardnumber accountnumber phonenumber");

  private static final Kind[] KINDS = Kind.values();

  private KeyWords() {}

  static Decision decide(CharSequence key, int start, int end) {
    Decision found = fragment(key, start, end);
    return found != null ? found : words(key, start, end);
  }

  private static @Nullable Decision fragment(CharSequence key, int start, int end) {
    for (int at = start; at < end; at++) {
      if (hasAt(key, at, end, ANYWHERE)) {
        return Decision.HIDE;
      }
      if (hasAt(key, at, end, ANYWHERE_IN_GROUPS)) {
        return Decision.HIDE_GROUPS;
      }
    }
    return null;
  }

  private static boolean hasAt(CharSequence key, int at, int end, String[][] fragments) {
    for (String fragment : Chars.withLetter(key.charAt(at), fragments)) {
      int after = foldedEnd(key, at, end, fragment);
      if (after > 0 && !isSecretary(key, after, end, fragment)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSecretary(CharSequence key, int after, int end, String fragment) {
    return fragment.equals("secret") && foldedEnd(key, after, end, "ar") > 0;
  }

  /**
   * Returns where {@code folded}, read from {@code at} over separators, ends; -1 if it is not
   * there.
   */
  static int foldedEnd(CharSequence key, int at, int end, String folded) {
    int place = at;
    for (int i = 0; i < folded.length(); i++) {
      while (place < end && isDropped(key.charAt(place))) {
        place++;
      }
      if (place == end || Chars.lower(key.charAt(place)) != folded.charAt(i)) {
        return -1;
      }
      place++;
    }
    return place;
  }

  /** Whether {@code c} does not count when names are compared. */
  static boolean isDropped(char c) {
    return c == '-' || c == '_' || c == '.' || Chars.isBlank(c);
  }

  private static Decision words(CharSequence key, int start, int end) {
    Decision decision = Decision.KEEP;
    boolean counts = false;
    Kind previous = Kind.OTHER;
    for (int at = nextWord(key, start, end); at < end; ) {
      int wordEnd = wordEnd(key, at, end);
      Kind kind = kind(key, at, wordEnd);
      decision = decision.or(kind.decision).or(together(previous, kind));
      counts |= kind == Kind.COUNTING || kind == Kind.TOKENS;
      previous = kind;
      at = nextWord(key, wordEnd, end);
    }
    return decision == Decision.HIDE_UNLESS_COUNT && !counts ? Decision.HIDE : decision;
  }

  private static Kind kind(CharSequence key, int start, int end) {
    for (Kind kind : KINDS) {
      String[] words = Chars.withLetter(key.charAt(start), kind.words);
      if (words.length > 0 && Chars.isOneOf(key, start, end, words)) {
        return kind;
      }
    }
    return Kind.OTHER;
  }

  /**
   * Some words are sensitive only side by side: {@code apiKey}, {@code db_pass}, {@code e-mail}.
   */
  private static Decision together(Kind left, Kind right) {
    boolean isSensitive = (left == Kind.BESIDE_KEY && right == Kind.KEY)
        || (left == Kind.KEY && right == Kind.BESIDE_KEY)
        || (left == Kind.BESIDE_PASS && right == Kind.PASS)
        || (left == Kind.PASS && right == Kind.BESIDE_PASS)
        || (left == Kind.E && right == Kind.MAIL);
    return isSensitive ? Decision.HIDE : Decision.KEEP;
  }

  private static int nextWord(CharSequence key, int from, int end) {
    int at = from;
    while (at < end && !Chars.isLetter(key.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int wordEnd(CharSequence key, int from, int end) {
    int at = from + 1;
    while (at < end && Chars.isLetter(key.charAt(at)) && !isHump(key, at, end)) {
      at++;
    }
    return at;
  }

  /** Whether a word begins at {@code at}: {@code tK} in apiTokenKey, {@code T} in XSRFToken. */
  private static boolean isHump(CharSequence key, int at, int end) {
    if (!Chars.isUpper(key.charAt(at))) {
      return false;
    }
    return !Chars.isUpper(key.charAt(at - 1))
        || (at + 1 < end
            && Chars.isLetter(key.charAt(at + 1))
            && !Chars.isUpper(key.charAt(at + 1)));
  }

  private enum Kind {
    ALWAYS(
        Decision.HIDE,
        "pwd ssn sso saml jwt csrf xsrf bearer auth cvv cvc pin otp sid dob mrn email emails"
            + " signature sig hmac"),
    IN_GROUPS(Decision.HIDE_GROUPS, "iban phone phones mobile"),
    TOKEN(Decision.HIDE_UNLESS_COUNT, "token"),
    TOKENS(Decision.HIDE_UNLESS_COUNT, "tokens"),
    MAIL(Decision.HIDE_ADDRESS, "mail"),
    E(Decision.KEEP, "e"),
    PASS(Decision.KEEP, "pass"),
    BESIDE_PASS(Decision.KEEP, "user db"),
    KEY(Decision.KEEP, "key keys"),
    BESIDE_KEY(Decision.KEEP, "api access private encryption license"),
    COUNTING(
        Decision.KEEP,
        "max min count total limit size num number usage used budget remaining input output"
            + " prompt completion cached"),
    OTHER(Decision.KEEP, "");

    final Decision decision;

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
    final String[][] words;

    Kind(Decision decision, String words) {
      this.decision = decision;
      this.words = Chars.byFirstLetter(words);
    }
  }
}
