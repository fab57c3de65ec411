package dev.whence.assemble;

import dev.whence.event.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the JVM's stacks into frames: the ends of long ones, without what a cause shares. */
final class StackReader {
  /** Frames kept from the innermost and from the outermost end. */
  private static final int INNER = 35;

  private static final int OUTER = 15;

  /** What HotSpot keeps by default ({@code -XX:MaxJavaStackTraceDepth}). */
  private static final int JVM_LIMIT = 1_024;

  private final InApp inApp;

  StackReader(InApp inApp) {
    this.inApp = inApp;
  }

  /** Frames, the innermost first, and what there is to say about those left out. */
  record Stack(List<Frame> frames, Map<String, Object> notes) {}

  Stack read(List<StackTraceElement> stack, List<StackTraceElement> enclosing) {
    Map<String, Object> notes = new HashMap<>();
    int common = inCommon(stack, enclosing);
    if (common > 0) {
      notes.put("frames_in_common", common);
    }
    if (stack.size() == JVM_LIMIT) {
      notes.put("cut_by_jvm", true);
    }
    int own = stack.size() - common;
    int omitted = Math.max(0, own - INNER - OUTER);
    if (omitted > 0) {
      notes.put("frames_omitted", omitted);
    }
    List<Frame> frames = new ArrayList<>(own - omitted);
    for (int i = 0; i < own; i++) {
      if (omitted > 0 && i == INNER) {
        i += omitted;
      }
      frames.add(frame(stack.get(i)));
    }
    return new Stack(frames, notes);
  }

  /** Counts the outermost calls that both stacks share, leaving at least one of its own. */
  private static int inCommon(List<StackTraceElement> stack, List<StackTraceElement> enclosing) {
    int i = stack.size() - 1;
    int j = enclosing.size() - 1;
    while (i > 0 && j >= 0 && stack.get(i).equals(enclosing.get(j))) {
      i--;
      j--;
    }
    return Math.max(0, stack.size() - 1 - i);
  }

  private Frame frame(StackTraceElement element) {
    return new Frame(
        element.getClassName(),
        element.getMethodName(),
        element.getFileName(),
        element.getLineNumber(),
        element.isNativeMethod(),
        inApp.test(element.getClassName()));
  }
}
