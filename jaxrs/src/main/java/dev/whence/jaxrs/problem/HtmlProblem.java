package dev.whence.jaxrs.problem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a problem as a page that needs nothing but itself. */
final class HtmlProblem {
  private static final Map<String, String> LABELS = Map.of(
      "detail", "What happened",
      "requestId", "Request",
      "eventId", "Event",
      "link", "More");
  private static final List<String> ORDER = List.of("detail", "requestId", "eventId", "link");

  private HtmlProblem() {}

  static byte[] write(Problem problem) {
    String heading = problem.status() + " " + problem.title();
    Markup html = new Markup()
        .raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"robots\" content=\"noindex\">\n")
        .element("title", heading)
        .raw("\n<style>")
        .raw("body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;")
        .raw("padding:0 1rem;overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .5rem}")
        .raw("</style>\n</head>\n<body>\n")
        .element("h1", heading);
    writeViolations(html, problem.violations());
    writeMembers(html, problem.members());
    return html.raw("\n</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void writeViolations(Markup html, List<Violation> violations) {
    if (violations.isEmpty()) {
      return;
    }
    html.raw("\n<ul>");
    for (Violation violation : violations) {
      html.element("li", TextProblem.line(violation));
    }
    html.raw("</ul>");
  }

  private static void writeMembers(Markup html, Map<String, String> members) {
    html.raw("\n<dl>");
    for (String name : ORDER) {
      String value = members.get(name);
      if (value != null) {
        html.element("dt", LABELS.getOrDefault(name, name)).raw("<dd>");
        writeValue(html, value, name.equals("link"));
        html.raw("</dd>");
      }
    }
    html.raw("</dl>");
  }

  private static void writeValue(Markup html, String value, boolean isLink) {
    if (isLink && (value.startsWith("https://") || value.startsWith("http://"))) {
      html.raw("<a href=\"").text(value).raw("\">").text(value).raw("</a>");
    } else {
      html.text(value);
    }
  }
}
