package dev.whence.scrub.body;

import dev.whence.event.Body;
import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;

/**
 * Masks a request's body by what it is. Where its end is missing, the piece that was cut through
 * goes, since half a secret does not look like one.
 */
public final class BodyScrubber {
  private static final int LIMIT = 1 << 20;

  private final FieldScrubber fields;
  private final Pairs pairs;

  public BodyScrubber(FieldScrubber fields) {
    this.fields = fields;
    this.pairs = new Pairs(fields.open(), fields);
  }

  public String scrub(Body body, Findings findings) {
    String all = body.text();
    String text = all.length() <= LIMIT ? all : all.substring(0, LIMIT);
    boolean isWhole = body.isWhole() && text.length() == all.length();
    if (text.isEmpty() || Rule.isMarker(text)) {
      return text;
    }
    if (body.kind() == Body.Kind.JSON) {
      return new JsonText(text, isWhole, fields, findings).scrub();
    }
    String shown = isWhole ? text : withoutLastPiece(body, text);
    String clean = scrub(body.kind(), shown, findings);
    return isWhole ? clean : clean.concat(TextScanner.CUT);
  }

  public String scrub(Body.Kind kind, String text, Findings findings) {
    return switch (kind) {
      case JSON -> new JsonText(text, true, fields, findings).scrub();
      case FORM ->
        Multipart.isOne(text)
            ? new Multipart(text, fields, findings).scrub()
            : pairs.form(text, findings);
      default ->
        fields.isClosed()
            ? FieldScrubber.masked(Rule.PRESET, text, findings)
            : fields.scan(text, findings);
    };
  }

  private static String withoutLastPiece(Body body, String text) {
    if (text.endsWith(TextScanner.CUT)) {
      return text.substring(0, text.length() - TextScanner.CUT.length());
    }
    return body.kind() == Body.Kind.FORM
        ? Pairs.withoutLastValue(text)
        : TextScanner.withoutLastWord(text);
  }
}
