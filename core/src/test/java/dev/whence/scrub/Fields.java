package dev.whence.scrub;

import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.find.Looks;
import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.TextScanner;
import java.util.List;
import java.util.Set;

/** Makes what masks fields, with all rules on. */
public final class Fields {
  private Fields() {}

  public static FieldScrubber standard() {
    KeyRules keys = KeyRules.standard();
    TextScanner texts = new TextScanner(Looks.without(Set.of(), keys), List.of());
    return new FieldScrubber(keys, texts, null);
  }
}
