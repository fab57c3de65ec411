package dev.whence.bench.scrub;

import java.util.List;

/**
 * Whence's rules as far as regular expressions can say them, without checksums and context. Both
 * engines understand them: no look-around, no possessive repetition.
 */
final class RegexRules {
  private static final String WORD = "(?:pass(?:word|wd|phrase)|pwd|secret|api[-_ ]?key"
      + "|access[-_]?(?:key|token)|refresh[-_]?token|client[-_]?secret|auth[-_]?token|token"
      + "|session[-_]?id|credential|private[-_]?key|pin|cvv|ssn)";

  /** What each replaces, and by what. */
  static final List<Rule> ALL = List.of(
      new Rule("[a-z][a-z0-9+.-]*://([^\\s/@:]+:[^\\s/@]+)@", "[Filtered]"),
      new Rule("(?i)\\b[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,190}\\.[a-z]{2,24}\\b", "[EMAIL]"),
      new Rule("(?i)\\b(?:bearer|basic|token)\\s+[a-z0-9._~+/=-]{16,}", "[TOKEN]"),
      new Rule("\\beyJ[A-Za-z0-9_-]{5,}\\.eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}", "[TOKEN]"),
      new Rule(
          "(?i)\\b[a-z0-9_.-]*" + WORD + "[\"']?\\s{0,8}(?:=>|=|:)\\s{0,8}"
              + "(?:\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s,;&)\\]}<\"']+)",
          "[Filtered]"),
      new Rule("\\b[3-6]\\d{3}[ -]?\\d{4,6}[ -]?\\d{4,5}(?:[ -]?\\d{3,4})?\\b", "[CARD]"),
      new Rule("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b", "[IBAN]"),
      new Rule("\\b\\d{3}-\\d{2}-\\d{4}\\b", "[SSN]"),
      new Rule("\\+\\d{1,3}[ .-]?(?:\\(?\\d{1,4}\\)?[ .-]?){2,5}\\d{2,4}\\b", "[PHONE]"),
      new Rule("(?:\\(\\d{3}\\) ?|\\b\\d{3}[-. ])\\d{3}[-. ]\\d{4}\\b", "[PHONE]"),
      new Rule("(?i)\\b(?:phone|mobile|tel|fax|call)\\W{1,3}\\d[\\d ()/-]{6,16}\\d", "[PHONE]"),
      new Rule("\\bgh[pousr]_[A-Za-z0-9]{36}\\b", "[KEY]"),
      new Rule("\\bglpat-[A-Za-z0-9_-]{20}", "[KEY]"),
      new Rule("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", "[KEY]"),
      new Rule("\\bxox[abprs]-[A-Za-z0-9-]{10,72}", "[KEY]"),
      new Rule("\\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,99}\\b", "[KEY]"),
      new Rule("\\bAIza[A-Za-z0-9_-]{35}", "[KEY]"),
      new Rule("\\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{20,120}", "[KEY]"),
      new Rule("\\bSG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}", "[KEY]"),
      new Rule("\\bnpm_[A-Za-z0-9]{36}\\b", "[KEY]"),
      new Rule("\\bhf_[A-Za-z]{34}\\b", "[KEY]"),
      new Rule("-----BEGIN [A-Z ]*PRIVATE KEY-----[A-Za-z0-9+/=\\s]*", "[KEY]"));

  private RegexRules() {}

  /** What a rule looks for, and what stands in its place. */
  record Rule(String pattern, String marker) {}
}
