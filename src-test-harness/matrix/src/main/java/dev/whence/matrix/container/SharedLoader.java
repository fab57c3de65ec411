package dev.whence.matrix.container;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parent of web applications' class loaders: shows what a container has on its own class path,
 * and hides what the tests put beside it.
 */
final class SharedLoader extends ClassLoader {
  private static final List<String> HIDDEN =
      List.of("dev.whence.", "org.example.", "com.fasterxml.", "org.slf4j.");

  SharedLoader() {
    super(SharedLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (HIDDEN.stream().anyMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    return super.loadClass(name, resolve);
  }

  private static boolean isHidden(String resource) {
    String name = resource.replace('/', '.');
    return HIDDEN.stream().anyMatch(name::startsWith)
        || name.equals("whence.properties")
        || name.startsWith("META-INF.services.dev.whence.")
        || name.equals("META-INF.services.jakarta.servlet.ServletContainerInitializer");
  }

  @Override
  public @Nullable URL getResource(String name) {
    return isHidden(name) ? null : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return isHidden(name) ? Collections.emptyEnumeration() : super.getResources(name);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    return isHidden(name) ? null : super.getResourceAsStream(name);
  }
}
