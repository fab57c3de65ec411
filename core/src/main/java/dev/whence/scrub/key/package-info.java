/**
 * Decides by a field's name whether its value may be seen. Internal to {@link dev.whence.scrub}.
 * Start at {@link dev.whence.scrub.key.KeyRules}.
 */
@NullMarked
package dev.whence.scrub.key;

import org.jspecify.annotations.NullMarked;
