package dev.whence.scrub.key;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a word of a field's name says, where it stands as a whole word. */
enum Word {
  SENSITIVE(
      "pwd pw passwort senha creds ssn sso saml jwt bearer auth cvv cvc pin otp totp sid sessid dob"
          + " mrn email emails signature sig hmac passcode"),
  IN_GROUPS("iban phone phones mobile telephone telefon tel fax msisdn"),
  TOKEN("token tokens"),
  MAIL("mail"),
  E("e"),
  PASS("pass"),
  BESIDE_PASS("user db"),
  KEY("key keys"),
  BESIDE_KEY("api access private encryption license account subscription shared signing master"
      + " storage session functions"),
  /** A small number under such a name counts or measures something. */
  AMOUNT("max min count total limit size length attempts retries age days hours minutes"
      + " seconds ms"),
  /** The same, beside "token" only: an input number is none. */
  AMOUNT_OF_TOKENS("num number usage used budget remaining input output prompt completion cached"),
  /** Ends names of what is said about a secret: token_type, password_changed_at. */
  ABOUT("type endpoint url uri policy expires expiry expiration at in enabled disabled required"
      + " file path stdin verified method status template name algorithm alg provider scope scopes groups ttl timeout"
      + " version issuer format strength valid expired changed sent"),
  /** Before "token": where a list goes on, as in nextPageToken. */
  OF_A_PAGE("page next continuation skip sync cursor"),
  /** Sensitive under the preset {@code strict} only. */
  OF_A_PATIENT("patient patients diagnosis diagnoses icd treatment treatments prescription"
      + " prescriptions medication medications allergy allergies insurance chart guardian address"
      + " addresses street city county postcode postal zip zipcode birth birthday gender"),
  OTHER("");

  private static final int LONGEST = 12;
  private static final int BITS_OF_LETTER = 5;
  private static final long[] CODES = new long[512];
  private static final Word[] WORDS = new Word[CODES.length];

  private final String words;

  Word(String words) {
    this.words = words;
  }

  static {
    for (Word kind : values()) {
      for (String word : kind.words.isEmpty() ? new String[0] : kind.words.split(" ")) {
        long code = code(word, 0, word.length());
        int slot = slot(code);
        while (CODES[slot] != 0) {
          slot = (slot + 1) & (CODES.length - 1);
        }
        CODES[slot] = code;
        WORDS[slot] = kind;
      }
    }
  }

  /** Returns the words without which no name is sensitive, parted by blanks. */
  static String suspects() {
    return Stream.of(SENSITIVE, IN_GROUPS, TOKEN, MAIL, PASS, KEY, OF_A_PATIENT)
        .map(kind -> kind.words)
        .collect(Collectors.joining(" "));
  }

  /** Returns what the letters of {@code name} from {@code start} to {@code end} say. */
  static Word of(CharSequence name, int start, int end) {
    if (end - start > LONGEST) {
      return OTHER;
    }
    long code = code(name, start, end);
    for (int slot = slot(code); CODES[slot] != 0; slot = (slot + 1) & (CODES.length - 1)) {
      if (CODES[slot] == code) {
        return WORDS[slot];
      }
    }
    return OTHER;
  }

  /** Packs a word into a number, five bits for a letter. */
  private static long code(CharSequence text, int start, int end) {
    long code = 0;
    for (int i = start; i < end; i++) {
      code = code << BITS_OF_LETTER | (Fold.lower(text.charAt(i)) - 'a' + 1);
    }
    return code;
  }

  private static int slot(long code) {
    return (int) ((code * 0x9E3779B97F4A7C15L) >>> 55);
  }

  Decision alone() {
    return switch (this) {
      case SENSITIVE -> Decision.HIDE;
      case IN_GROUPS -> Decision.HIDE_GROUPS;
      case TOKEN -> Decision.HIDE_UNLESS_COUNT;
      case MAIL -> Decision.HIDE_ADDRESS;
      default -> Decision.KEEP;
    };
  }

  /**
   * Some words are sensitive only side by side: {@code apiKey}, {@code db_pass}, {@code e-mail}.
   */
  Decision behind(Word left) {
    boolean isSensitive = (left == BESIDE_KEY && this == KEY)
        || (left == KEY && this == BESIDE_KEY)
        || (left == BESIDE_PASS && this == PASS)
        || (left == PASS && this == BESIDE_PASS)
        || (left == E && this == MAIL);
    return isSensitive ? Decision.HIDE : Decision.KEEP;
  }
}
