/**
 * Makes the parts of an instance that settings alone describe, and says which settings cannot be
 * taken together. Start at {@link dev.whence.setup.Journals}.
 */
@NullMarked
package dev.whence.setup;

import org.jspecify.annotations.NullMarked;
