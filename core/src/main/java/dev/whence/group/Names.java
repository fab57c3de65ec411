package dev.whence.group;

import dev.whence.event.Frame;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names of code that stay when it is built, loaded or wrapped anew. For many threads. */
final class Names {
  private static final int LONGEST = 512;
  private static final int REMEMBERED = 2_048;

  private final Map<String, String> known = new ConcurrentHashMap<>();

  /** Returns the stable name of the class {@code name}. */
  String type(String name) {
    String shown = cut(name);
    if (ClassNames.isPlain(shown)) {
      return shown;
    }
    String answer = known.get(shown);
    if (answer == null) {
      answer = ClassNames.stable(shown);
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      known.put(shown, answer);
    }
    return answer;
  }

  Place place(Frame frame) {
    return place(frame.module(), frame.function());
  }

  Place place(String module, String function) {
    String type = type(module);
    String method = MethodNames.stable(cut(function));
    if (method.equals("invokeSuspend") && type.endsWith("$#")) {
      return coroutine(type, method);
    }
    boolean isUnnamed =
        MethodNames.isLambda(method) || (type.indexOf('$') >= 0 && ClassNames.isUnnamed(type));
    return new Place(type, method, isUnnamed);
  }

  /** The class of Kotlin's {@code Orders$save$1.invokeSuspend} is a part of a method. */
  private static Place coroutine(String type, String method) {
    String outer = type.substring(0, type.length() - 2);
    int dollar = outer.lastIndexOf('$');
    return dollar <= 0 || outer.endsWith("#")
        ? new Place(type, method, true)
        : new Place(outer.substring(0, dollar), MethodNames.in(outer.substring(dollar + 1)), true);
  }

  private static String cut(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }

  int remembered() {
    return known.size();
  }
}
