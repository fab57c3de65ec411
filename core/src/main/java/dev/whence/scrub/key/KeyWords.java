package dev.whence.scrub.key;

/**
 * The words that make a field's name sensitive: long ones anywhere in it, short ones only as whole
 * words, split at camel-case humps, digits and separators. Allocates nothing.
 */
final class KeyWords {
  /** Sensitive wherever they are in a name; "secretary" is a person. */
  private static final Fragments ANYWHERE = fragments(
      "password passwd passphrase secret apikey accesskey privatekey anthropickey credential"
          + " authorization sessionid dateofbirth birthdate medicalrecord passport emailaddress"
          + " csrftoken accesstoken refreshtoken authtoken idtoken apitoken sessiontoken"
          + " socialsecurity securitycode storepass keypass driverlicense driverslicense",
      "secretar");

  /** Their values are written in groups: the mask takes them all. */
  private static final Fragments ANYWHERE_IN_GROUPS =
      fragments("creditcard cardnumber accountnumber phonenumber", "");

  /** What the preset {@code strict} hides beyond. */
  private static final Fragments STRICT = fragments(
      "patientname firstname lastname fullname middlename maidenname givenname familyname surname"
          + " birthplace placeofbirth",
      "");

  private final boolean isStrict;

  /**
   * Prepares to decide.
   *
   * @param isStrict whether names of a patient's data are sensitive too
   */
  KeyWords(boolean isStrict) {
    this.isStrict = isStrict;
  }

  private static Fragments fragments(String words, String longer) {
    return new Fragments(words.split(" "), longer.isEmpty() ? new String[0] : longer.split(" "));
  }

  Decision decide(CharSequence key, int start, int end) {
    if (isStrict && STRICT.areIn(key, start, end)) {
      return Decision.HIDE_AS_ASKED;
    }
    Decision decision = fragment(key, start, end);
    boolean counts = false;
    boolean countsTokens = false;
    Word previous = Word.OTHER;
    for (int at = nextWord(key, start, end); at < end; ) {
      int wordEnd = wordEnd(key, at, end);
      Word word = Word.of(key, at, wordEnd);
      if (isStrict && word == Word.OF_A_PATIENT) {
        return Decision.HIDE_AS_ASKED;
      }
      decision = decision.or(word.alone()).or(word.behind(previous));
      counts |= word == Word.AMOUNT;
      countsTokens |= word == Word.AMOUNT_OF_TOKENS || isTokens(word, key, wordEnd);
      previous = word;
      at = nextWord(key, wordEnd, end);
    }
    return previous == Word.ABOUT ? Decision.KEEP : settled(decision, counts, countsTokens);
  }

  private static Decision settled(Decision decision, boolean counts, boolean countsTokens) {
    if (decision == Decision.KEEP) {
      return decision;
    }
    if (counts) {
      return Decision.HIDE_UNLESS_COUNT;
    }
    boolean isSecret = decision == Decision.HIDE_UNLESS_COUNT && !countsTokens;
    return isSecret ? Decision.HIDE : decision;
  }

  private static Decision fragment(CharSequence key, int start, int end) {
    if (ANYWHERE.areIn(key, start, end)) {
      return Decision.HIDE;
    }
    return ANYWHERE_IN_GROUPS.areIn(key, start, end) ? Decision.HIDE_GROUPS : Decision.KEEP;
  }

  private static boolean isTokens(Word word, CharSequence key, int wordEnd) {
    return word == Word.TOKEN && Fold.lower(key.charAt(wordEnd - 1)) == 's';
  }

  private static int nextWord(CharSequence key, int from, int end) {
    int at = from;
    while (at < end && !Fold.isLetter(key.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int wordEnd(CharSequence key, int from, int end) {
    int at = from + 1;
    while (at < end && Fold.isLetter(key.charAt(at)) && !isHump(key, at, end)) {
      at++;
    }
    return at;
  }

  /** Whether a word begins at {@code at}: {@code tK} in apiTokenKey, {@code T} in XSRFToken. */
  private static boolean isHump(CharSequence key, int at, int end) {
    if (!Fold.isUpper(key.charAt(at))) {
      return false;
    }
    return !Fold.isUpper(key.charAt(at - 1))
        || (at + 1 < end && Fold.isLetter(key.charAt(at + 1)) && !Fold.isUpper(key.charAt(at + 1)));
  }
}
