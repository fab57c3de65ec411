package dev.whence.group;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A build of an application of one file, {@code shop/Shop.java}, in a class loader of its own. */
final class Build extends ClassLoader {
  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

  private Build() {
    super(Build.class.getClassLoader());
  }

  static Build of(String source) {
    Build build = new Build();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("mem:///Shop.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoresErrors) {
            return source;
          }
        };
    boolean isCompiled = compiler
        .getTask(
            null,
            build.files(compiler),
            null,
            List.of("-proc:none", "-g:source,lines"),
            null,
            List.of(file))
        .call();
    if (!isCompiled) {
      throw new IllegalArgumentException("it does not compile: " + source);
    }
    return build;
  }

  private JavaFileManager files(JavaCompiler compiler) {
    return new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
      @Override
      public JavaFileObject getJavaFileForOutput(
          Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
        return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
          @Override
          public OutputStream openOutputStream() {
            return classes.computeIfAbsent(name, any -> new ByteArrayOutputStream());
          }
        };
      }
    };
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ByteArrayOutputStream bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes.toByteArray(), 0, bytes.size());
  }

  /** Returns what {@code shop.Shop}, a {@code Callable}, throws. */
  Throwable failure() {
    try {
      Callable<?> shop =
          (Callable<?>) loadClass("shop.Shop").getDeclaredConstructor().newInstance();
      Object thrown = shop.call();
      if (thrown instanceof Throwable caught) {
        return caught;
      }
    } catch (Throwable e) {
      return e;
    }
    throw new IllegalStateException("nothing was thrown");
  }
}
