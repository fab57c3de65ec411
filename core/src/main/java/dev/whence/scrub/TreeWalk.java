package dev.whence.scrub;

import dev.whence.scrub.body.JsonText;
import dev.whence.scrub.body.NamedValues;
import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.key.Decision;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Masks the values of one event that are trees, and makes plain copies of them: texts, numbers,
 * booleans, lists and maps; anything else becomes its text, nulls are left out.
 *
 * <p>Bounded in depth and in the number of values, whatever it is given. For one thread.
 */
final class TreeWalk {
  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER_IN_BITS = 1_024;

  private final FieldScrubber fields;
  private final Findings findings;
  private final Set<Object> above = Collections.newSetFromMap(new IdentityHashMap<>());
  private int left = 10_000;

  TreeWalk(FieldScrubber fields, Findings findings) {
    this.fields = fields;
    this.findings = findings;
  }

  /** Returns a clean copy of {@code map}, whose values are the parts of the current path. */
  Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> clean = new LinkedHashMap<>();
    boolean isPair = NamedValues.isPair(map, fields);
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (left <= 0) {
        clean.put(TextScanner.CUT, TextScanner.CUT);
        break;
      }
      boolean isHidden = isPair && NamedValues.isValue(String.valueOf(entry.getKey()));
      entry(entry.getKey(), entry.getValue(), isHidden, clean);
    }
    return Collections.unmodifiableMap(clean);
  }

  private void entry(
      @Nullable Object key, @Nullable Object value, boolean isHidden, Map<String, Object> clean) {
    int mark = findings.mark();
    String shown = Rule.FAILED;
    try {
      String name = String.valueOf(key);
      left--;
      shown = fields.scrub(name, findings);
      findings.enter(shown);
      Object seen = value(isHidden ? Decision.HIDE : fields.decide(name), value);
      if (seen != null) {
        clean.put(shown, seen);
      }
    } catch (Throwable failure) {
      findings.failure();
      clean.put(shown, Rule.FAILED);
    }
    findings.leave(mark);
  }

  private @Nullable Object value(Decision decision, @Nullable Object value) {
    if (decision.keeps() || value == null) {
      return value(value);
    }
    if (value instanceof Boolean flag) {
      return decision.hidesFlag() ? hidden(decision, flag.toString()) : flag;
    }
    if (isScalar(value)) {
      String text = value.toString();
      return decision.hides(text) ? hidden(decision, text) : value(value);
    }
    boolean isHidden =
        isTree(value) ? decision.hidesTree() && !isEmpty(value) : decision.hides("object");
    return isHidden ? hidden(decision, "{}") : value(value);
  }

  private String hidden(Decision decision, String text) {
    return fields.hidden(decision, text, findings);
  }

  private static boolean isEmpty(Object tree) {
    return (tree instanceof Map<?, ?> map && map.isEmpty())
        || (tree instanceof Collection<?> list && list.isEmpty());
  }

  private static boolean isScalar(@Nullable Object value) {
    return value instanceof CharSequence || value instanceof Number;
  }

  /** Returns a clean copy of {@code value}, null if there is none. */
  private @Nullable Object value(@Nullable Object value) {
    left--;
    if (value == null || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return number(number);
    }
    return isTree(value) ? tree(value) : text(text(value));
  }

  private String text(String text) {
    return text.length() <= TextScanner.LIMIT && JsonText.isLikely(text)
        ? new JsonText(text, true, fields, findings).scrub()
        : fields.scrub(text, findings);
  }

  private static boolean isTree(Object value) {
    return value instanceof Map || value instanceof Collection || isList(value.getClass());
  }

  /** Whether values of {@code type} are shown one by one; characters and bytes are not. */
  private static boolean isList(Class<?> type) {
    return type.isArray() && type != char[].class && type != byte[].class;
  }

  private static String text(Object value) {
    if (value instanceof char[] characters) {
      return String.valueOf(characters);
    }
    return value instanceof byte[] bytes ? "byte[" + bytes.length + "]" : String.valueOf(value);
  }

  /** Returns the number itself unless it is of a class unknown, too long or looks like a card's. */
  private Object number(Number number) {
    if (number instanceof Double || number instanceof Float) {
      return number;
    }
    if (number instanceof BigDecimal decimal) {
      return isShort(decimal.unscaledValue()) ? sameOrMasked(decimal) : TextScanner.CUT;
    }
    if (number instanceof BigInteger whole) {
      return isShort(whole) ? sameOrMasked(whole) : TextScanner.CUT;
    }
    boolean isPlain = number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte;
    return isPlain ? sameOrMasked(number) : fields.scrub(String.valueOf(number), findings);
  }

  private static boolean isShort(BigInteger number) {
    return number.bitLength() <= LONGEST_NUMBER_IN_BITS;
  }

  private Object sameOrMasked(Number number) {
    String text = number.toString();
    String clean = fields.scrub(text, findings);
    return clean.equals(text) ? number : clean;
  }

  private Object tree(Object value) {
    if (above.size() >= DEEPEST || !above.add(value)) {
      return TextScanner.CUT;
    }
    try {
      if (value instanceof Map<?, ?> map) {
        return map(map);
      }
      return value instanceof Collection<?> list ? list(list) : array(value);
    } finally {
      above.remove(value);
    }
  }

  private List<Object> list(Collection<?> values) {
    List<Object> clean = new ArrayList<>();
    boolean isAnnounced = false;
    for (Object value : values) {
      if (left <= 0) {
        clean.add(TextScanner.CUT);
        break;
      }
      item(isAnnounced ? Decision.HIDE : fields.decideUnnamed(), value, clean);
      isAnnounced = value instanceof String text && NamedValues.isFlag(text, fields);
    }
    return Collections.unmodifiableList(clean);
  }

  private List<Object> array(Object values) {
    List<Object> clean = new ArrayList<>();
    for (int i = 0; i < Array.getLength(values); i++) {
      if (left <= 0) {
        clean.add(TextScanner.CUT);
        break;
      }
      item(fields.decideUnnamed(), Array.get(values, i), clean);
    }
    return Collections.unmodifiableList(clean);
  }

  /** Whether {@code list}, in a list, is one of a sensitive name and its value. */
  private boolean isPair(List<?> list) {
    return list.size() == 2
        && list.get(0) instanceof String name
        && NamedValues.isSensitive(name, fields)
        && isScalar(list.get(1))
        && !NamedValues.isSensitive(String.valueOf(list.get(1)), fields);
  }

  private List<Object> pair(List<?> pair) {
    String value = String.valueOf(pair.get(1));
    String name = (String) pair.get(0);
    return List.of(fields.scrub(name, findings), hidden(fields.decide(name), value));
  }

  private void item(Decision decision, @Nullable Object value, List<Object> clean) {
    int mark = findings.mark();
    try {
      findings.enter(String.valueOf(clean.size()));
      Object seen =
          value instanceof List<?> list && isPair(list) ? pair(list) : value(decision, value);
      if (seen != null) {
        clean.add(seen);
      }
    } catch (Throwable failure) {
      findings.failure();
      clean.add(Rule.FAILED);
    }
    findings.leave(mark);
  }
}
