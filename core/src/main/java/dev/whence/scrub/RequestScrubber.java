package dev.whence.scrub;

import dev.whence.event.Body;
import dev.whence.event.Request;
import dev.whence.scrub.body.BodyScrubber;
import dev.whence.scrub.body.Pairs;
import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.key.Decision;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Masks a request part by part; a part that cannot be scrubbed is withheld, the others stay. */
final class RequestScrubber {
  private final FieldScrubber fields;
  private final Pairs pairs;
  private final BodyScrubber bodies;

  /**
   * Masks by {@code fields}.
   *
   * @param values what masks the values of queries and bodies, of which presets drop more
   */
  RequestScrubber(FieldScrubber fields, FieldScrubber values) {
    this.fields = fields;
    this.pairs = new Pairs(fields, values);
    this.bodies = new BodyScrubber(values);
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

  /** Masks the value of the header {@code name}. */
  String header(String name, String value, Findings findings) {
    Decision decision = fields.decide(name);
    boolean isAsked = decision == Decision.HIDE_AS_ASKED || decision == Decision.JOIN;
    if (!isAsked && SafeByNature.isHeader(name)) {
      return TextScanner.cut(value);
    }
    if (decision == Decision.HIDE_LINE) {
      return name.equalsIgnoreCase("Set-Cookie")
          ? pairs.setCookie(value, findings)
          : pairs.cookies(value, findings);
    }
    if (decision == Decision.KEEP && name.equalsIgnoreCase("Forwarded")) {
      return FieldScrubber.masked(Rule.KEY, value, findings);
    }
    return decision.keeps() && Pairs.isUrl(value)
        ? pairs.url(value, findings)
        : fields.scrub(name, value, findings);
  }
}
