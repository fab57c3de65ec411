package dev.whence.jaxrs.validation;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.regex.Pattern;

/**
 * Names the field of a violation as the client knows it: without the method, and without a
 * parameter that has no name of its own where a property of it follows.
 */
final class FieldPath {
  private static final Pattern UNNAMED = Pattern.compile("arg\\d+");

  private final StringBuilder name = new StringBuilder();

  /** A parameter whose name is of use only if nothing follows; empty if there is none. */
  private String unnamed = "";

  private FieldPath() {}

  /** Returns the name, empty if it is about the whole. */
  static String of(Path path) {
    FieldPath field = new FieldPath();
    for (Path.Node node : path) {
      field.add(node);
    }
    return field.name.length() == 0 ? field.unnamed : field.name.toString();
  }

  static boolean isOfReturnValue(Path path) {
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        return true;
      }
    }
    return false;
  }

  private void add(Path.Node node) {
    switch (node.getKind()) {
      case METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE -> {} // no part of what was sent
      case PARAMETER -> addParameter(node.getName());
      case PROPERTY -> {
        addPlace(node);
        addName(node.getName());
      }
      case BEAN, CONTAINER_ELEMENT -> addPlace(node);
    }
  }

  private void addParameter(String parameter) {
    if (UNNAMED.matcher(parameter).matches()) {
      unnamed = parameter;
    } else {
      name.append(parameter);
    }
  }

  private void addName(String property) {
    if (name.length() > 0) {
      name.append('.');
    }
    name.append(property);
  }

  /** Adds the place in a container; that of a map is a value, which is not shown. */
  private void addPlace(Path.Node node) {
    if (!node.isInIterable()) {
      return;
    }
    if (name.length() == 0) {
      name.append(unnamed);
    }
    name.append('[').append(node.getIndex() == null ? "" : node.getIndex()).append(']');
  }
}
