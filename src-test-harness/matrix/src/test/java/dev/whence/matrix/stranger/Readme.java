package dev.whence.matrix.stranger;

import java.util.List;
import java.util.regex.Pattern;

/** The README, for what its readers paste. */
final class Readme {
  private static final Pattern XML =
      Pattern.compile("^```xml\n(.+?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  private Readme() {}

  /** Returns the XML to be pasted into a POM's dependencies. */
  static String dependency() {
    return snippet("<dependency>");
  }

  /** Returns the XML to be pasted into web.xml. */
  static String filter() {
    return snippet("<filter>");
  }

  private static String snippet(String start) {
    List<String> found = XML.matcher(Reactor.read("README.md"))
        .results()
        .map(result -> result.group(1))
        .filter(xml -> xml.startsWith(start))
        .toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "the README must have one XML snippet that begins with " + start + ", has " + found);
    }
    return found.get(0);
  }
}
