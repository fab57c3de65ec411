package dev.whence.scrub;

import dev.whence.event.Body;
import dev.whence.event.Request;
import dev.whence.scrub.text.KeyRules;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Masks a request part by part; a part that cannot be scrubbed is withheld, the others stay. */
final class RequestScrubber {
  /** Headers that carry nothing personal but may look like it, in lower case. */
  private static final Set<String> NEVER_SCANNED = Set.of(
      "accept",
      "b3",
      "content-type",
      "sentry-trace",
      "traceparent",
      "tracestate",
      "user-agent",
      "x-amzn-trace-id",
      "x-b3-parentspanid",
      "x-b3-spanid",
      "x-b3-traceid",
      "x-cloud-trace-context");

  /** What browsers say of themselves (User-Agent Client Hints), {@code sec-ch-ua-mobile} too. */
  private static final String CLIENT_HINTS = "sec-ch-ua";

  private final FieldScrubber fields;
  private final Pairs pairs;
  private final BodyScrubber bodies;

  RequestScrubber(FieldScrubber fields) {
    this.fields = fields;
    this.pairs = new Pairs(fields);
    this.bodies = new BodyScrubber(fields);
  }

  Request scrub(Request request, @Nullable String network, Guard guard) {
    return new Request(
        request.method(),
        guard.text("url", request.url(), pairs::url),
        guard.textOrNull("query_string", request.query(), pairs::query),
        headers(request.headers(), guard),
        guard.textOrNull("cookies", request.cookies(), pairs::cookies),
        body(request.body(), guard),
        network);
  }

  private @Nullable Body body(@Nullable Body body, Guard guard) {
    return body == null
        ? null
        : body.withText(
            guard.field("data", () -> bodies.scrub(body, guard.findings()), () -> Rule.FAILED));
  }

  private Map<String, String> headers(Map<String, String> headers, Guard guard) {
    Map<String, String> clean = new LinkedHashMap<>();
    int mark = guard.findings().enter("headers");
    headers.forEach((name, value) ->
        clean.put(name, guard.text(name, value, (text, sink) -> header(name, text, sink))));
    guard.findings().leave(mark);
    return clean;
  }

  private String header(String name, String value, Rule.Sink sink) {
    if (name.equalsIgnoreCase("Forwarded") && !fields.keys().isKept(name)) {
      return FieldScrubber.masked(Rule.KEY, value, sink);
    }
    String lowerCase = name.toLowerCase(Locale.ROOT);
    if (lowerCase.startsWith(CLIENT_HINTS)) {
      return TextScanner.cut(value);
    }
    boolean isSensitive = fields.keys().decide(name) != KeyRules.Decision.KEEP;
    boolean isPlain = !isSensitive && NEVER_SCANNED.contains(lowerCase);
    return isPlain ? TextScanner.cut(value) : fields.scrub(name, value, sink);
  }
}
