package dev.whence.scrub.key;

/**
 * The words that make a field's name sensitive: long ones anywhere in it, short ones only as whole
 * words, split at camel-case humps, digits and separators. Allocates nothing.
 */
final class KeyWords {
  private static final int LONGEST = 8_192;

  private static final long ANYWHERE = 1;
  private static final long IN_GROUPS = 1L << 16;
  private static final long OF_A_PATIENT = 1L << 32;

  /** May be a whole word that is sensitive; a name without any is decided on quickly. */
  private static final long SUSPECT = 1L << 48;

  private static final Fragments FRAGMENTS = new Fragments()
      // sensitive wherever they are in a name
      .add(
          "password passwd passphrase secret apikey accesskey privatekey anthropickey credential"
              + " authorization sessionid dateofbirth birthdate medicalrecord passport emailaddress"
              + " csrf xsrf accesstoken refreshtoken authtoken idtoken apitoken sessiontoken"
              + " socialsecurity securitycode storepass keypass driverlicense driverslicense"
              + " sessid securityanswer verificationcode recoverycode backupcode mfacode"
              + " codeverifier clientassertion",
          ANYWHERE)
      // the same in German, French, Spanish and Dutch
      .add("kennwort geheimnis motdepasse contrase wachtwoord", ANYWHERE)
      // a person
      .add("secretar", -ANYWHERE)
      // written in groups: the mask takes them all
      .add("creditcard cardnumber accountnumber phonenumber", IN_GROUPS)
      // what the preset strict hides beyond
      .add(
          "patientname firstname lastname fullname middlename maidenname givenname familyname"
              + " surname birthplace placeofbirth",
          OF_A_PATIENT)
      .add(Word.suspects(), SUSPECT)
      .link();

  private final boolean isStrict;

  /**
   * Prepares to decide.
   *
   * @param isStrict whether names of a patient's data are sensitive too
   */
  KeyWords(boolean isStrict) {
    this.isStrict = isStrict;
  }

  Decision decide(CharSequence key, int start, int end) {
    if (end - start > LONGEST) {
      return Decision.HIDE;
    }
    long weight = FRAGMENTS.weigh(key, start, end);
    return weight == 0 ? Decision.KEEP : decide(key, start, end, weight);
  }

  private Decision decide(CharSequence key, int start, int end, long weight) {
    if (isStrict && (weight & (SUSPECT - 1)) >= OF_A_PATIENT) {
      return Decision.HIDE_AS_ASKED;
    }
    Decision decision = fragment(weight & (OF_A_PATIENT - 1));
    boolean counts = false;
    boolean countsTokens = false;
    Word previous = Word.OTHER;
    for (int at = nextWord(key, start, end); at < end; ) {
      int wordEnd = wordEnd(key, at, end);
      Word word = Word.of(key, at, wordEnd);
      if (isStrict && word == Word.OF_A_PATIENT) {
        return Decision.HIDE_AS_ASKED;
      }
      boolean isOfPage = word == Word.TOKEN && previous == Word.OF_A_PAGE;
      decision = isOfPage ? decision : decision.or(word.alone()).or(word.behind(previous));
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

  private static Decision fragment(long weight) {
    if (weight == 0) {
      return Decision.KEEP;
    }
    return weight % IN_GROUPS > 0 ? Decision.HIDE : Decision.HIDE_GROUPS;
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
