package dev.whence.matrix.engine;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An object of a class that is known by its name alone. Immutable. */
record Foreign(Object object) {
  private interface Call {
    @Nullable
    Object run() throws ReflectiveOperationException;
  }

  /** Returns a class as the thread's context sees it. */
  static Class<?> type(String name) {
    try {
      return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("not on this run's class path: " + name, e);
    }
  }

  /** Makes an object of the class called {@code name}. */
  static Foreign make(String name, Object... arguments) {
    Object[] plain = plain(arguments);
    Constructor<?> constructor = chosen(List.of(type(name).getConstructors()), name, plain);
    Object made = result(() -> constructor.newInstance(plain));
    return new Foreign(made == null ? name : made);
  }

  /** Calls a static method, which returns something, of the class called {@code name}. */
  static Foreign callStatic(String name, String method, Object... arguments) {
    Object[] plain = plain(arguments);
    Method chosen = method(type(name), method, plain);
    Object returned = result(() -> chosen.invoke(null, plain));
    return new Foreign(returned == null ? name : returned);
  }

  /** Calls a method and returns its result, or this if it has none. */
  Foreign call(String method, Object... arguments) {
    Object[] plain = plain(arguments);
    Method chosen = method(object.getClass(), method, plain);
    Object returned = result(() -> chosen.invoke(object, plain));
    return returned == null ? this : new Foreign(returned);
  }

  <T> T as(Class<T> type) {
    return type.cast(object);
  }

  private static Object[] plain(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument instanceof Foreign foreign ? foreign.object : argument)
        .toArray();
  }

  private static Method method(Class<?> type, String name, Object[] arguments) {
    List<Method> named = Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
        .filter(owner -> Modifier.isPublic(owner.getModifiers()))
        .flatMap(owner -> Arrays.stream(owner.getMethods()))
        .filter(method -> method.getName().equals(name))
        .toList();
    return chosen(named, type.getName() + '.' + name, arguments);
  }

  /** Returns the first that takes these arguments. */
  private static <E extends Executable> E chosen(List<E> offered, String name, Object[] arguments) {
    return offered.stream()
        .filter(executable -> takes(executable, arguments))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no " + name + " takes " + Arrays.toString(arguments)));
  }

  private static boolean takes(Executable executable, Object[] arguments) {
    Class<?>[] types =
        MethodType.methodType(void.class, executable.getParameterTypes()).wrap().parameterArray();
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object result(Call call) {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the engine or its container failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
