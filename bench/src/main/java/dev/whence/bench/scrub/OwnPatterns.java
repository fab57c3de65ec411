package dev.whence.bench.scrub;

import java.util.List;

/** Patterns as applications bring them, those that do no harm and those that backtrack. */
final class OwnPatterns {
  static final List<String> REASONABLE = List.of(
      "MRN-\\d{6}",
      "\\b[A-Z]{2}\\d{6}\\b",
      "patient #\\w+",
      "(?i)case\\s+\\d+",
      "\\b\\d{3}-\\d{3}-\\d{3}\\b",
      "(?i)\\b(?:mr|mrs|dr)\\.? [A-Z]\\w+",
      "(?<=room )\\d+[a-z]?",
      "\\b[A-Z][a-z]+, [A-Z][a-z]+\\b",
      "badge[:=]\\s*([A-Z0-9]+)",
      "\\b[\\w.+-]+@clinic\\.example\\b",
      "chart\\W+(?:\\w+\\W+){0,3}\\d{5,}",
      "\\d+ [A-Z]\\w+ (?:Street|Road|Lane)");

  static final List<String> EVIL = List.of(
      "(a+)+$",
      "(a|aa)+$",
      "(.*a){12}",
      "(x|x)*y",
      "(\\w+\\s?)*$",
      "^(([a-z])+.)+[A-Z]([a-z])+$",
      "\\s+$",
      ".*=.*;",
      "(\\d+)*-",
      "(?:a?){30}a{30}",
      "(?s)<.*>.*</.*>");

  /** What makes a pattern try again and again, to be repeated. */
  static final List<String> BAITS = List.of(
      "a",
      "a".repeat(29) + " ",
      "x",
      "aA",
      "ab ",
      "word ",
      " ",
      "0",
      "12 ",
      "1-",
      "=",
      "<a>",
      "MRN-12345",
      "AB12345",
      "patient #",
      "case  ",
      "Mr. ",
      "room ",
      "Abc, ",
      "badge: ",
      "a.b+c-",
      "chart a b c ",
      "1 Abc ");

  private OwnPatterns() {}
}
