package dev.whence.jaxrs.problem;

/** Builds XML and HTML; every text that is given is escaped. */
final class Markup {
  private final StringBuilder markup = new StringBuilder(512);

  /** Adds markup as it is. */
  Markup raw(String literal) {
    markup.append(literal);
    return this;
  }

  /** Adds text, fit for content and for quoted attributes. */
  Markup text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> markup.append("&amp;");
        case '<' -> markup.append("&lt;");
        case '>' -> markup.append("&gt;");
        case '"' -> markup.append("&quot;");
        case '\'' -> markup.append("&#39;");
        default -> markup.append(c);
      }
    }
    return this;
  }

  /** Adds an element that holds text. */
  Markup element(String name, String text) {
    return raw("<").raw(name).raw(">").text(text).raw("</").raw(name).raw(">");
  }

  @Override
  public String toString() {
    return markup.toString();
  }
}
