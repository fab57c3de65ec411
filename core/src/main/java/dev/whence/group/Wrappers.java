package dev.whence.group;

import java.util.Set;

/** Tells exceptions that only carry their cause from place to place. Stateless. */
final class Wrappers {
  /** Made by what runs somebody else's code, whatever their message. */
  private static final Set<String> ALWAYS = Set.of(
      "java.lang.reflect.InvocationTargetException",
      "java.lang.reflect.UndeclaredThrowableException",
      "java.util.concurrent.ExecutionException",
      "java.util.concurrent.CompletionException",
      "java.security.PrivilegedActionException",
      Link.INITIALIZER);

  /** Made by applications, too, so that their message may say something. */
  private static final Set<String> UNLESS_TELLING = Set.of(
      "jakarta.servlet.ServletException",
      "javax.servlet.ServletException",
      "jakarta.ejb.EJBException",
      "javax.ejb.EJBException",
      "org.springframework.web.util.NestedServletException",
      "org.glassfish.jersey.server.ContainerException",
      "org.glassfish.jersey.server.internal.process.MappableException",
      "org.jboss.resteasy.spi.UnhandledException",
      "org.apache.cxf.interceptor.Fault");

  private Wrappers() {}

  static boolean isTransparent(Link link, Link cause) {
    String type = link.type();
    if (ALWAYS.contains(type)) {
      return true;
    }
    if (type.equals(Link.UNKNOWN_CLASS)) {
      return cause.type().equals(Link.INITIALIZER);
    }
    // what is thrown again on another thread is often made anew
    boolean mayBe = UNLESS_TELLING.contains(type) || type.equals(cause.type());
    return mayBe && saysNothingNew(link.message(), cause);
  }

  private static boolean saysNothingNew(String message, Link cause) {
    if (message.isEmpty() || message.equals(cause.message())) {
      return true;
    }
    String name = cause.thrown().type();
    int at = message.indexOf(name);
    int end = at + name.length();
    return at >= 0 && !name.isEmpty() && (end == message.length() || message.charAt(end) == ':');
  }
}
