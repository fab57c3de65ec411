/**
 * Servlet containers that run inside a test, and what is deployed to them. Start at
 * {@link dev.whence.matrix.container.Container}.
 */
@NullMarked
package dev.whence.matrix.container;

import org.jspecify.annotations.NullMarked;
