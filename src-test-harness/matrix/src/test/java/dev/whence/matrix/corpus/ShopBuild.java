package dev.whence.matrix.corpus;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A build of the shop: its sources with other lines and more code in them than in other builds,
 * compiled, in a class loader of its own.
 */
final class ShopBuild implements AutoCloseable {
  private static final Path SOURCES = Path.of("src/test/corpus/shop");
  private static final String MARK = "// unrelated";

  /** Lambdas and anonymous classes, so that those behind them get other numbers. */
  private static final String JAVA = """
      static Object unrelated%1$d() {
        Runnable one = () -> {};
        Runnable other = new Runnable() { public void run() { one.run(); } };

        return other;
      }
      """;

  private static final String KOTLIN = """
      private fun unrelated%1$d(): Any {
        val one: () -> Int = { %1$d }

        return object : Runnable { override fun run() { one() } }
      }
      """;

  private final Path directory;
  private final URLClassLoader loader;

  private ShopBuild(Path directory, URLClassLoader loader) {
    this.directory = directory;
    this.loader = loader;
  }

  /** Makes a build with {@code more} pieces of code that have nothing to do with the failures. */
  static ShopBuild with(int more) throws IOException, ReflectiveOperationException {
    Path directory = Files.createTempDirectory("whence-corpus");
    Path sources = Files.createDirectories(directory.resolve("sources/shop"));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    List<Path> java = new ArrayList<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.sorted().toList()) {
        boolean isJava = file.toString().endsWith(".java");
        Path changed = sources.resolve(file.getFileName());
        Files.writeString(changed, changed(Files.readString(file), isJava ? JAVA : KOTLIN, more));
        if (isJava) {
          java.add(changed);
        }
      }
    }
    compileJava(java, classes);
    compileKotlin(sources.resolve("Bakery.kt"), classes);
    URL[] places = {classes.toUri().toURL()};
    return new ShopBuild(directory, new URLClassLoader(places, ShopBuild.class.getClassLoader()));
  }

  private static String changed(String source, String piece, int more) {
    StringBuilder pieces = new StringBuilder();
    for (int i = 0; i < more; i++) {
      pieces.append(piece.formatted(i));
    }
    return "\n".repeat(more) + source.replace(MARK, pieces);
  }

  private static void compileJava(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-nowarn", "-classpath", classPath(), "-d", classes.toString());
      StringBuilder said = new StringBuilder();
      boolean isCompiled = compiler
          .getTask(
              null,
              files,
              message -> said.append(message).append('\n'),
              options,
              null,
              files.getJavaFileObjectsFromPaths(sources))
          .call();
      if (!isCompiled) {
        throw new IllegalStateException("the shop does not compile: " + said);
      }
    }
  }

  /** The compiler is found by its name, since nothing else here needs it. */
  private static void compileKotlin(Path source, Path classes) throws ReflectiveOperationException {
    Class<?> type = Class.forName("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler");
    Method compile = type.getMethod("exec", PrintStream.class, String[].class);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] options = {
      "-no-stdlib",
      "-no-reflect",
      "-nowarn",
      "-classpath",
      classPath(),
      "-jvm-target",
      "17",
      "-d",
      classes.toString(),
      source.toString()
    };
    Object result = compile.invoke(
        type.getConstructor().newInstance(),
        new PrintStream(said, true, StandardCharsets.UTF_8),
        options);
    if (!result.toString().equals("OK")) {
      throw new IllegalStateException(
          "the bakery does not compile: " + said.toString(StandardCharsets.UTF_8));
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  ClassLoader loader() {
    return loader;
  }

  /** Makes an object of the shop's class {@code name}. */
  Object make(String name, Object... arguments) throws ReflectiveOperationException {
    Class<?> type = loader.loadClass(name);
    return arguments.length == 0
        ? type.getConstructor().newInstance()
        : type.getConstructor(int.class).newInstance(arguments);
  }

  @Override
  public void close() throws IOException {
    loader.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.map(Path::toFile).sorted((one, other) -> other.compareTo(one)).forEach(File::delete);
    }
  }
}
