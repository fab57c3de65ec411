package dev.whence.group;

import dev.whence.event.ErrorEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers what makes up the key of one event. For one thread. */
final class Parts {
  /** More than any chain has. */
  static final int MOST = 100;

  private static final String OVERFLOW = "java.lang.StackOverflowError";
  private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";
  private static final int LONGEST_CODE = 64;

  private final Names names;
  private final Messages messages;
  private final @Nullable Handler handler;
  private final String route;
  private final List<String> parts = new ArrayList<>();

  Parts(Names names, Messages messages, @Nullable Handler handler, String route) {
    this.names = names;
    this.messages = messages;
    this.handler = handler;
    this.route = route;
  }

  GroupKey ofMessage(ErrorEvent event) {
    add("level", event.level().wireName());
    message(messages.template(event.message().orElse("")));
    Stack.of(event.stack(), handler, names).own().forEach(this::place);
    return GroupKey.of(parts, false);
  }

  GroupKey ofChain(Chain chain) {
    Link root = chain.root();
    return switch (root.type()) {
      case OUT_OF_MEMORY -> outOfMemory(root);
      case Link.UNKNOWN_CLASS -> unknownClass(root);
      default -> {
        boolean isPlaced = outer(chain);
        yield root.type().equals(OVERFLOW) ? overflow(root) : root(chain, isPlaced);
      }
    };
  }

  /** It fails wherever it happens to be tried. */
  private GroupKey outOfMemory(Link root) {
    add("type", root.type());
    message(messages.template(root.message()));
    return GroupKey.of(parts, false);
  }

  private GroupKey unknownClass(Link root) {
    add("type", root.type());
    for (String word : root.message().split(" ", 16)) {
      if (word.indexOf('/') > 0 || word.indexOf('.') > 0) {
        add("class", names.type(word.replace('/', '.')));
        break;
      }
    }
    return GroupKey.of(parts, false);
  }

  /** Adds what carries the root; returns whether that says where in the application. */
  private boolean outer(Chain chain) {
    boolean isPlaced = false;
    List<String> before = List.of();
    for (Link link : chain.outer()) {
      int mark = parts.size();
      type(link);
      Place first = Stack.of(link.frames(), handler, names).first();
      if (first != null) {
        place(first);
        isPlaced = true;
      }
      List<String> own = List.copyOf(parts.subList(mark, parts.size()));
      if (own.equals(before)) {
        parts.subList(mark, parts.size()).clear();
      }
      before = own;
    }
    return isPlaced;
  }

  /** It overflows at any of those that call each other. */
  private GroupKey overflow(Link root) {
    add("type", root.type());
    TreeSet<String> calls = new TreeSet<>();
    if (root.thrown().mechanism().data().get("recursion") instanceof List<?> recursion) {
      for (Object call : recursion.subList(0, Math.min(recursion.size(), MOST))) {
        String name = String.valueOf(call);
        int dot = name.lastIndexOf('.');
        calls.add(names
            .place(name.substring(0, Math.max(0, dot)), name.substring(dot + 1))
            .toString());
      }
    }
    calls.forEach(call -> add("calls", call));
    if (calls.isEmpty()) {
      Stack.of(root.frames(), handler, names).own().forEach(this::place);
    }
    return GroupKey.of(parts, root.frames().isEmpty());
  }

  private GroupKey root(Chain chain, boolean isPlacedByOuter) {
    Link root = chain.root();
    type(root);
    Stack stack = Stack.of(root.frames(), handler, names);
    stack.own().forEach(this::place);
    Place first = stack.first();
    if (first != null) {
      if (first.isUnnamed()) {
        message(messages.template(root.type(), root.message()));
      }
      return GroupKey.of(parts, false);
    }
    stack.foreign().forEach(place -> add("in", place.toString()));
    if (!isPlacedByOuter && !placeOfCarrier(chain.carriers())) {
      unplaced(root);
    }
    return GroupKey.of(parts, root.frames().isEmpty());
  }

  /** What waits for another thread knows where the application is when the root does not. */
  private boolean placeOfCarrier(List<Link> carriers) {
    for (Link carrier : carriers) {
      Place first = Stack.of(carrier.frames(), handler, names).first();
      if (first != null) {
        place(first);
        return true;
      }
    }
    return false;
  }

  private void unplaced(Link root) {
    if (root.frames().isEmpty() && !route.isEmpty()) {
      add("route", messages.template(route));
    }
    message(messages.template(root.type(), root.message()));
  }

  private void type(Link link) {
    add("type", link.type());
    Map<String, Object> notes = link.thrown().mechanism().data();
    code("sql_state", notes);
    code("http_status", notes);
  }

  private void code(String name, Map<String, Object> notes) {
    Object code = notes.get(name);
    if (code instanceof Integer || (code instanceof String text && text.length() < LONGEST_CODE)) {
      add(name, String.valueOf(code));
    }
  }

  private void place(Place place) {
    add("at", place.toString());
  }

  private void message(String template) {
    if (!template.isEmpty()) {
      add("message", template);
    }
  }

  private void add(String name, String value) {
    parts.add(name + ' ' + value);
  }
}
