/** What an instance did so far, in figures. Start at {@link dev.whence.health.Health}. */
@NullMarked
package dev.whence.health;

import org.jspecify.annotations.NullMarked;
