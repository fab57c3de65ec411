package dev.whence.group;

/** Names of classes without what compilers and generators of proxies number anew. Stateless. */
final class ClassNames {
  private static final String NUMBER = "#";

  /** What generators put behind the name of a class; the rest says nothing. */
  private static final String[] MARKS = {
    "$Proxy$_$$_Weld",
    "_$$_",
    "_Subclass$$",
    "$$EnhancerBy",
    "$$SpringCGLIB",
    "$$FastClass",
    "$$KeyFactory",
    "$$Lambda",
    "$$Owb",
    "$HibernateProxy",
    "$HibernateBasicProxy",
    "$HibernateAccessOptimizer",
    "$HibernateInstantiator",
    "$ByteBuddy$",
    "$MockitoMock$",
    "$auxiliary$"
  };

  private static final String[] ENDS = {"_ClientProxy", "_WeldSubclass", "_Subclass"};

  private ClassNames() {}

  static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '$' || c == '/' || c == '_') {
        return false;
      }
    }
    return true;
  }

  /** Whether this is a class that {@code java.lang.reflect.Proxy} made. */
  static boolean isJdkProxy(String name) {
    int simple = name.lastIndexOf('.') + 1;
    return name.startsWith("$Proxy", simple)
        && MethodNames.isDigits(name, simple + 6, name.length());
  }

  static String stable(String name) {
    if (isJdkProxy(name)) {
      return "$Proxy" + NUMBER;
    }
    return numberless(base(visible(name)));
  }

  /** Hidden classes have an address behind a slash. */
  private static String visible(String name) {
    int slash = name.indexOf('/');
    return slash > 0 ? name.substring(0, slash) : name;
  }

  private static String base(String name) {
    int end = name.length();
    for (String mark : MARKS) {
      int at = name.indexOf(mark);
      if (at > 0 && at < end) {
        end = at;
      }
    }
    String base = name.substring(0, end);
    for (String generated : ENDS) {
      if (base.endsWith(generated) && base.length() > generated.length()) {
        return base.substring(0, base.length() - generated.length());
      }
    }
    return base;
  }

  /** {@code Outer$3$1} becomes {@code Outer$#}; names of local classes keep their letters. */
  private static String numberless(String name) {
    int dollar = name.indexOf('$', 1);
    if (dollar < 0) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length()).append(name, 0, dollar);
    boolean isAfterNumber = false;
    while (dollar < name.length()) {
      int next = name.indexOf('$', dollar + 1);
      int end = next < 0 ? name.length() : next;
      String part = part(name.substring(dollar + 1, end));
      if (!(isAfterNumber && part.equals(NUMBER))) {
        out.append('$').append(part);
      }
      isAfterNumber = part.equals(NUMBER);
      dollar = end;
    }
    return out.toString();
  }

  private static String part(String part) {
    int digits = 0;
    while (digits < part.length() && MethodNames.isDigit(part.charAt(digits))) {
      digits++;
    }
    if (digits > 0) {
      return NUMBER + part.substring(digits);
    }
    int end = part.length();
    while (end > 0 && MethodNames.isDigit(part.charAt(end - 1))) {
      end--;
    }
    boolean isClojure = end > 2 && end < part.length() && part.startsWith("__", end - 2);
    if (isClojure) {
      return part.substring(0, end - 2);
    }
    return part.startsWith("_") && part.startsWith("closure", end - 7)
        ? part.substring(0, end)
        : part;
  }

  /** Whether {@code stable} is the name of a class without one of its own. */
  static boolean isUnnamed(String stable) {
    return stable.endsWith("$#")
        || stable.contains("$#$")
        || stable.endsWith("closure")
        || stable.endsWith("$fn")
        || stable.contains("$$anonfun");
  }
}
