package dev.whence.matrix.load;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks into the thread-locals of all live threads. */
public final class ThreadLocals {
  private ThreadLocals() {}

  /** Returns the values, and the keys that are of a class of their own. */
  public static List<Object> contents() throws ReflectiveOperationException {
    List<Object> contents = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      addContents(field(Thread.class, "threadLocals", thread), contents);
      addContents(field(Thread.class, "inheritableThreadLocals", thread), contents);
    }
    return contents;
  }

  private static void addContents(@Nullable Object map, List<Object> contents)
      throws ReflectiveOperationException {
    if (map == null) {
      return;
    }
    Object table = field(map.getClass(), "table", map);
    for (int i = 0; table != null && i < Array.getLength(table); i++) {
      Object entry = Array.get(table, i);
      if (entry != null) {
        Object key = ((Reference<?>) entry).get();
        Object value = field(entry.getClass(), "value", entry);
        if (key != null) {
          contents.add(key);
        }
        if (value != null) {
          contents.add(value);
        }
      }
    }
  }

  private static @Nullable Object field(Class<?> type, String name, Object owner)
      throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }
}
