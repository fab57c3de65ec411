/**
 * What an application sees of Whence. Start at {@link dev.whence.Whence}; what carries a request is
 * {@link dev.whence.RequestScope}.
 */
@NullMarked
package dev.whence;

import org.jspecify.annotations.NullMarked;
