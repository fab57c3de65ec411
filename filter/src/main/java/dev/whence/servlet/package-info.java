/** Whence in front of a web application. Start at {@link dev.whence.servlet.WhenceFilter}. */
@NullMarked
package dev.whence.servlet;

import org.jspecify.annotations.NullMarked;
