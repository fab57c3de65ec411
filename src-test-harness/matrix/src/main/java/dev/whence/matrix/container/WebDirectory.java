package dev.whence.matrix.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A web application as a directory: web.xml, WEB-INF/classes, WEB-INF/lib. It shares no class with
 * the test but the containers' own and the servlet API. For one thread.
 */
public final class WebDirectory {
  private final Path directory;
  private final String path;

  /**
   * Makes an application in a directory, which is empty or has one that was built.
   *
   * @param path where it is deployed, such as {@code /shop}
   */
  public WebDirectory(Path directory, String path) {
    this.directory = directory;
    this.path = path;
  }

  Path directory() {
    return directory;
  }

  String path() {
    return path;
  }

  /** Sets the contents of web.xml, without its root element. */
  public WebDirectory webXml(String contents) {
    return file("WEB-INF/web.xml", """
        <?xml version="1.0" encoding="UTF-8"?>
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        %s
        </web-app>
        """.formatted(contents));
  }

  /** Writes a file, such as {@code WEB-INF/classes/whence.properties}. */
  public WebDirectory file(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(UTF_8));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a class, those of its package and those nested in them into WEB-INF/classes. */
  public WebDirectory packageOf(Class<?> type) {
    Path from = place(type).resolve(type.getPackageName().replace('.', '/'));
    Path to = directory.resolve("WEB-INF/classes").resolve(type.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the jars that these classes come from into WEB-INF/lib; a directory becomes a jar. */
  public WebDirectory libraries(Class<?>... types) {
    for (Class<?> type : types) {
      addLibrary(place(type), "library-" + type.getSimpleName() + ".jar");
    }
    return this;
  }

  private void addLibrary(Path place, String name) {
    try {
      Path jar = directory.resolve("WEB-INF/lib").resolve(name);
      Files.createDirectories(jar.getParent());
      if (Files.isDirectory(place)) {
        pack(place, jar);
      } else {
        Files.copy(place, jar);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(Class<?> type) {
    URI place;
    try {
      place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("cannot tell where " + type + " comes from", e);
    }
    return Path.of(place);
  }

  private static void pack(Path directory, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Path file : files) {
        entries.putNextEntry(new JarEntry(
            directory.relativize(file).toString().replace(java.io.File.separatorChar, '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }
}
