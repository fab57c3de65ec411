package dev.whence.matrix.engine;

import dev.whence.jaxrs.WhenceFeature;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads an engine and the application once more, from a class path that lacks Whence for JAX-RS, so
 * that the engine cannot find its feature.
 */
final class PlainLoader extends URLClassLoader {
  private static final List<String> OWN = List.of(
      "jakarta.ws.rs.",
      "org.apache.cxf.",
      "org.example.contract.",
      "org.glassfish.",
      "org.jboss.resteasy.",
      "org.jvnet.hk2.");

  PlainLoader() {
    super(shown(), PlainLoader.class.getClassLoader());
  }

  private static URL[] shown() {
    URL hidden = WhenceFeature.class.getProtectionDomain().getCodeSource().getLocation();
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .map(PlainLoader::url)
        .filter(url -> !url.toString().equals(hidden.toString()))
        .toArray(URL[]::new);
  }

  private static URL url(String entry) {
    try {
      return new File(entry).toURI().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean isResolved) throws ClassNotFoundException {
    if (OWN.stream().noneMatch(name::startsWith)) {
      return super.loadClass(name, isResolved);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    return findResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return findResources(name);
  }
}
