package dev.whence.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples, and where they are marked: from {@code example: name} to {@code end}. */
enum Example {
  RESOURCE("resource", "java/com/example/orders/Orders.java"),
  MONITORED("monitored", "java/com/example/monitored/OrdersApplication.java"),
  WEB_XML("web.xml", "webapp/WEB-INF/web.xml"),
  JETTY("jetty", "java/com/example/jetty/OrdersServer.java"),
  JDK("jdk", "java/com/example/jdk/OrdersServer.java"),
  SPRING_BOOT("spring-boot", "java/com/example/boot/OrdersApplication.java");

  private static final Pattern MARKED = Pattern.compile(
      "^ *(?://|<!--) example: (\\S+)[^\n]*\n(.+?)^ *(?://|<!--) end\\b",
      Pattern.MULTILINE | Pattern.DOTALL);

  private final String title;
  private final Path file;

  Example(String title, String file) {
    this.title = title;
    this.file = Path.of("src/main").resolve(file);
  }

  String title() {
    return title;
  }

  /** Returns the whole file. */
  String file() {
    return read(file);
  }

  /** Returns what is marked, moved to the left. */
  String excerpt() {
    Matcher marked = MARKED.matcher(file());
    if (!marked.find() || !marked.group(1).equals(title) || marked.find()) {
      throw new AssertionError(file + " must have one example, called " + title);
    }
    marked.reset();
    marked.find();
    return marked.group(2).stripTrailing().stripIndent() + '\n';
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
