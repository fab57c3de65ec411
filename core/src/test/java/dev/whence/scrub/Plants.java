package dev.whence.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Makes secrets and values that only look like some, and remembers them: the ones must not survive,
 * the others must. For one structure.
 */
final class Plants {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = LOWER + LOWER.toUpperCase(Locale.ROOT);
  private static final String ALNUM = LETTERS + DIGITS;
  private static final String[] WORDS =
      ("order basket parcel was shipped after lunch while shelf seven stood empty again because rain"
              + " delayed every lorry near Vienna and nobody knew whether red shoes would arrive")
          .split(" ");

  /** Names whose values are secret, word by word. */
  private static final String[] KEYS =
      ("password|passwd|passphrase|secret|client secret|api key|access token|refresh token|auth token"
              + "|private key|session id|csrf token|credential|token|jwt|signature|pwd|otp"
              + "|date of birth|passport|ssn|iban")
          .split("\\|");

  private static final String[] KEY_HEADS = {"", "", "", "user ", "new ", "x ", "shop ", "old "};

  /** What vendors' keys begin with, the alphabet of the rest and its length. */
  private static final String[][] VENDORS = {
    {"ghp_", ALNUM, "36"},
    {"gho_", ALNUM, "36"},
    {"glpat-", ALNUM, "20"},
    {"AKIA", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "16"},
    {"AIza", ALNUM, "35"},
    {"xoxb-", DIGITS, "24"},
    {"sk_live_", ALNUM, "24"},
    {"rk_live_", ALNUM, "24"},
    {"npm_", ALNUM, "36"},
    {"hf_", LETTERS, "34"},
    {"sk-ant-api03-", ALNUM, "93"},
    {"dop_v1_", "abcdef" + DIGITS, "64"},
    {"shpat_", "abcdef" + DIGITS, "32"},
    {"SG.", ALNUM, "22.43"}
  };

  final Random random;
  final List<String> secrets = new ArrayList<>();
  final List<String> neutrals = new ArrayList<>();

  Plants(Random random) {
    this.random = random;
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  String oneOf(String... all) {
    return all[random.nextInt(all.length)];
  }

  String some(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private String secret(String value) {
    secrets.add(value);
    return value;
  }

  private String neutral(String value) {
    neutrals.add(value);
    return value;
  }

  /** Returns a few plain words, which separate what is planted. */
  String words() {
    StringBuilder words = new StringBuilder(oneOf(WORDS));
    for (int i = random.nextInt(4); i >= 0; i--) {
      words.append(' ').append(oneOf(WORDS));
    }
    return words.toString();
  }

  /** Returns a value that must survive anywhere. */
  String neutral() {
    return neutral(
        switch (random.nextInt(9)) {
          case 0 -> uuid();
          case 1 -> random.nextInt(20) + "." + random.nextInt(30) + "." + random.nextInt(100);
          case 2 -> Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE)).toString();
          case 3 -> withoutLuhn(13 + random.nextInt(4));
          case 4 -> "com.sample." + some(LOWER, 6) + ".Order" + some(LOWER, 5);
          case 5 -> "A-2026-" + some(DIGITS, 6);
          case 6 -> "/srv/shop/" + some(LOWER, 5) + "/app-" + random.nextInt(1_000) + ".yaml";
          case 7 -> random.nextInt(1_000) + "." + some(DIGITS, 2);
          default -> some(LOWER, 9);
        });
  }

  /** Returns one with a letter at its end: sixteen digits there may be a card's. */
  private String uuid() {
    return new UUID(random.nextLong(), random.nextLong() | 0xA0L).toString();
  }

  /** Returns digits that are nobody's card. */
  String withoutLuhn(int length) {
    String digits = (1 + random.nextInt(9)) + some(DIGITS, length - 1);
    return luhn(digits) == 0 ? withoutLuhn(length) : digits;
  }

  /** Returns a sentence with plants of both kinds in it. */
  String text() {
    StringBuilder text = new StringBuilder(words());
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(' ').append(oneIn(2) ? neutral() : inText());
      text.append(oneOf(" ", ", ", " ", " and ", "\n", "\t")).append(words());
    }
    return text.toString();
  }

  /** Returns a secret in the form in which texts have it. */
  private String inText() {
    return switch (random.nextInt(8)) {
      case 0 -> assignment();
      case 1 -> "Authorization: " + scheme();
      case 2 -> scheme();
      case 3 -> url();
      case 4 -> Encodings.percent(email(), this);
      case 5 -> "{\"" + key() + "\":\"" + password() + "\",\"n\":\"" + neutral() + "\"}";
      default -> obvious();
    };
  }

  private String assignment() {
    String quote = oneOf("", "", "\"", "'");
    return key().replace(' ', '_') + oneOf("=", ": ", " = ", ":") + quote + password() + quote;
  }

  /** Returns a value that is a secret only because of its name: letters and digits, no blanks. */
  String password() {
    return secret("Fake" + some(ALNUM, 4 + random.nextInt(20)) + some(DIGITS, 2));
  }

  /** Returns such a value of any characters. */
  String anyPassword() {
    String marks = ALNUM + "!#$%&/()=?*+'\"\\<>,;:-_@ äßЖ€";
    return secret("Fake" + some(marks, 6 + random.nextInt(12)) + some(ALNUM, 4));
  }

  /** Returns a name whose value is secret, in one of many spellings. */
  String key() {
    String[] words = (oneOf(KEY_HEADS) + oneOf(KEYS)).split(" ");
    return switch (random.nextInt(6)) {
      case 0 -> String.join("_", words);
      case 1 -> String.join("-", words);
      case 2 -> String.join("_", words).toUpperCase(Locale.ROOT);
      case 3 -> String.join(".", words);
      case 4 -> Arrays.stream(words).map(Plants::capital).collect(Collectors.joining());
      default -> {
        String name = Arrays.stream(words).map(Plants::capital).collect(Collectors.joining());
        yield name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
      }
    };
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Returns a secret that gives itself away without any name. */
  String obvious() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> email();
      case 2 -> card();
      case 3 -> phone();
      case 4 -> jwt();
      case 5 -> iban();
      case 6 -> pem();
      default -> vendorKey();
    };
  }

  String email() {
    String local = oneOf("anna", "bogus", "Fake.User", "o_neil", "x-y")
        + oneOf("", ".", "+", "_")
        + some(ALNUM, 4 + random.nextInt(8));
    return secret(local + "@" + oneOf("", "mail.", "eu-west.mail.")
        + oneOf("example.org", "example.com", "EXAMPLE.NET", "sample.example"));
  }

  String card() {
    String head = oneOf("4", "51", "55", "2221", "6011", "37", "34");
    int length = head.startsWith("3") ? 15 : 16;
    String digits = head + some(DIGITS, length - 1 - head.length());
    digits += luhn(digits + "0") == 0 ? 0 : 10 - luhn(digits + "0");
    String gap = oneOf("", " ", "-");
    return secret(
        length == 15
            ? String.join(
                gap, digits.substring(0, 4), digits.substring(4, 10), digits.substring(10))
            : digits.replaceAll("(.{4})(?!$)", "$1" + gap));
  }

  private static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = digit > 4 ? 2 * digit - 9 : 2 * digit;
      sum += i % 2 == 0 ? digit : twice;
    }
    return sum % 10;
  }

  private String phone() {
    String area = oneOf("212", "303", "415", "617");
    String line = "01" + some(DIGITS, 2);
    String british = some(DIGITS, 3);
    return secret(oneOf(
        "+44 7700 900" + british,
        "+447700900" + british,
        "+44 20 7946 0" + british,
        "(" + area + ") 555-" + line,
        area + "-555-" + line,
        "+1 " + area + " 555 " + line,
        "+1-" + area + "-555-" + line));
  }

  private String iban() {
    String country = oneOf("DE", "GB", "AT", "NL");
    String body = switch (country) {
      case "GB" -> "FAKE" + some(DIGITS, 14);
      case "NL" -> "FAKE" + some(DIGITS, 10);
      case "AT" -> some(DIGITS, 16);
      default -> some(DIGITS, 18);
    };
    String digits = (body + country + "00")
        .chars()
        .mapToObj(c -> String.valueOf(Character.digit(c, 36)))
        .collect(Collectors.joining());
    int check = 98 - new BigInteger(digits).mod(BigInteger.valueOf(97)).intValueExact();
    String number = country + "%02d".formatted(check) + body;
    return secret(oneIn(2) ? number : number.replaceAll("(.{4})(?!$)", "$1 "));
  }

  private String jwt() {
    String body = "{\"sub\":\"FAKE" + some(ALNUM, 12) + "\",\"n\":" + random.nextInt(1_000) + "}";
    return secret(String.join(
        ".",
        base64("{\"alg\":\"" + oneOf("HS256", "RS256", "none") + "\",\"typ\":\"JWT\"}"),
        base64(body),
        some(ALNUM + "-_", 43)));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private String pem() {
    String kind = oneOf("", "RSA ", "EC ");
    String body = secret("FAKE" + some(ALNUM + "+/", 60)) + "\n" + secret(some(ALNUM + "+/", 64));
    return "-----BEGIN " + kind + "PRIVATE KEY-----\n" + body + "\n-----END " + kind
        + "PRIVATE KEY-----";
  }

  private String vendorKey() {
    String[] vendor = VENDORS[random.nextInt(VENDORS.length)];
    return secret(vendor[0]
        + Arrays.stream(vendor[2].split("\\."))
            .map(length -> some(vendor[1], Integer.parseInt(length)))
            .collect(Collectors.joining(".")));
  }

  /** Returns credentials as the header Authorization has them. */
  String scheme() {
    return oneIn(3)
        ? "Basic " + secret(base64("bogus:Fake" + some(ALNUM, 9)))
        : "Bearer "
            + secret("FAKE" + some(ALNUM + "-._", 18 + random.nextInt(20)) + some(ALNUM, 4));
  }

  /** Returns an address with a secret in its user info, its path or its query. */
  String url() {
    String host = "shop.example.org/" + some(LOWER, 5) + "/";
    return switch (random.nextInt(4)) {
      case 0 -> oneOf("https", "postgres", "amqp", "redis") + "://bogus:" + password() + "@" + host;
      case 1 -> "https://" + host + Encodings.percent(email(), this) + "/x";
      case 2 -> "https://" + host + "?" + query();
      default -> "/" + some(LOWER, 5) + "?" + query();
    };
  }

  /** Returns names and values as queries have them in texts, encoded more than they must be. */
  String query() {
    return pairs(Encodings::form);
  }

  /** Returns names and values as forms have them, with a plus for a blank. */
  String form() {
    return pairs(Encodings::form);
  }

  private String pairs(BiFunction<String, Plants, String> encoding) {
    StringBuilder pairs = new StringBuilder("page=" + random.nextInt(9));
    for (int i = random.nextInt(4); i >= 0; i--) {
      pairs.append('&');
      switch (random.nextInt(3)) {
        case 0 -> pairs.append("f").append(i).append('=').append(neutral());
        case 1 -> pairs.append("who").append(i).append('=').append(encoding.apply(obvious(), this));
        default -> {
          String value = oneIn(2) ? password() : anyPassword();
          pairs.append(key()).append('=').append(encoding.apply(value, this));
        }
      }
    }
    return pairs.toString();
  }
}
