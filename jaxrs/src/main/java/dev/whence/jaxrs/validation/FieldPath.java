package dev.whence.jaxrs.validation;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Iterator;

/**
 * Names the field of a violation as the client knows it: without the method, and without its
 * parameter where a property of that follows.
 */
final class FieldPath {
  private final StringBuilder name = new StringBuilder();

  /** The parameter, whose name is of use only if no property follows; empty if there is none. */
  private String parameter = "";

  private FieldPath() {}

  /** Returns the name, empty if it is about the whole. */
  static String of(Path path) {
    FieldPath field = new FieldPath();
    for (Path.Node node : path) {
      field.add(node);
    }
    return field.name.length() == 0 ? field.parameter : field.name.toString();
  }

  /** Says whether it is about a call of a method or constructor. */
  static boolean isOfCall(Path path) {
    Iterator<Path.Node> nodes = path.iterator();
    ElementKind first = nodes.hasNext() ? nodes.next().getKind() : ElementKind.BEAN;
    return first == ElementKind.METHOD || first == ElementKind.CONSTRUCTOR;
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
      case PARAMETER -> parameter = node.getName();
      case PROPERTY -> {
        addPlace(node);
        addName(node.getName());
      }
      case BEAN, CONTAINER_ELEMENT -> addPlace(node);
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
      name.append(parameter);
    }
    name.append('[').append(node.getIndex() == null ? "" : node.getIndex()).append(']');
  }
}
