package com.example.shop.domain;

import org.jspecify.annotations.Nullable;

/** A shelf of the shop, which may stand within another. For one thread. */
public final class Category {
  private final String name;
  private @Nullable Category parent;

  public Category(String name) {
    this.name = name;
  }

  /** Puts this into {@code newParent}. That nothing stands within itself, nobody checks. */
  public void moveInto(Category newParent) {
    parent = newParent;
  }

  /** Returns the names from the outermost to this one. */
  public String path() {
    return parent == null ? name : parent.path() + " / " + name;
  }
}
